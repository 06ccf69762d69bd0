/**
 * Erases a disk, and proves it: by the disk's own commands where it has them, by overwriting, by reading back. Uses the ports to
 * disks and programs, and the progress of the task; knows no image.
 */
package fr.brume.agent.wipe;
