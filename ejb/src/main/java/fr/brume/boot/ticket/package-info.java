/**
 * The second initrd that carries a boot's ticket: its path, its archive, and what was sent a moment ago. May use java only.
 */
package fr.brume.boot.ticket;
