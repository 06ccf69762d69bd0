/**
 * The files of the boot folder and which of them is a machine's first. May use settings, machines, tasks and the menu's picture.
 */
package fr.brume.service.boot.file;
