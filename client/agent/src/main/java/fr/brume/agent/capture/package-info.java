/**
 * Reading a disk into an image: survey of the partitions, then their regions, read in the order of the disk, compressed on all
 * processors and sent in order. The disk is read only. Uses disk, filesystem, transfer and server.
 */
package fr.brume.agent.capture;
