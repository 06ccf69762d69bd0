/**
 * Disks of virtual PCs: made by the file systems' own tools and judged by them. Knows nothing of Brume but the names of
 * the files in an image folder.
 */
package fr.brume.lab.disk;
