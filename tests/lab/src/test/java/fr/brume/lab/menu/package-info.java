/**
 * Every entry of the boot menu chosen on machines, its effect judged on their screens and in the portal. Uses site,
 * machines, disks and network.
 */
package fr.brume.lab.menu;
