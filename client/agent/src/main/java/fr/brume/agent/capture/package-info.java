/**
 * Reading disks into an image: survey of partitions and logical volumes, then their regions, read in the order of the disk, compressed on all
 * processors and sent in order. The disks are read only. Uses disk, filesystem, lvm, transfer and server.
 */
package fr.brume.agent.capture;
