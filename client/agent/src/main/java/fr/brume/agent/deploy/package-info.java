/**
 * Writing an image onto a disk: checks before the first write, then regions in parallel, each compared with its digest before it
 * is written, and what makes the disk start at the very end. Uses disk, filesystem, transfer and server.
 */
package fr.brume.agent.deploy;
