/**
 * Changes inside an installed Windows that is not running. Nothing is touched unless its file system was closed properly. Uses the
 * ports to disks and programs, and the gates of the file systems; knows no image.
 */
package fr.brume.agent.windows;
