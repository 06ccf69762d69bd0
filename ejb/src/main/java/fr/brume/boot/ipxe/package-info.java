/**
 * A plan as iPXE is told it: its script, its menu, its words. May use plan, rendering, texts and names of files; must not know
 * GRUB.
 */
package fr.brume.boot.ipxe;
