/**
 * Looks at disks without writing to them: every sector, what the disk says of itself, its table, its file systems. Uses the ports
 * to disks and programs, and the progress of the task; knows no image.
 */
package fr.brume.agent.examination;
