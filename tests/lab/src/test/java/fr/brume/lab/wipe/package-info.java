/** Wipes of virtual disks, judged on the host. May use site, machines, disks and portal. */
package fr.brume.lab.wipe;
