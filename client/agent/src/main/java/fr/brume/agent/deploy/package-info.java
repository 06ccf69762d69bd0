/**
 * Writing an image onto disks: checks before the first write on any, then regions in parallel, each compared with its digest before it
 * is written, and what makes the machine start at the very end. Uses disk, filesystem, lvm, resize, transfer and server.
 */
package fr.brume.agent.deploy;
