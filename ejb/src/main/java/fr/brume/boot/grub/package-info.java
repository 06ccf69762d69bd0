/**
 * A plan as GRUB is told it: its configurations, their paths, its menu, its words. May use plan, rendering, texts and names of
 * files; must not know iPXE.
 */
package fr.brume.boot.grub;
