/**
 * Which file system a partition holds, whether it may be captured now, and whether a restored one is sound. Uses the disk port
 * only; writes nothing but a swap signature and the boot sector fields of NTFS.
 */
package fr.brume.agent.filesystem;
