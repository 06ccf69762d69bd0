/**
 * Disks of every kind through the real agent and the real server: image type x file systems x table x sector size x target. One
 * guest does all cases, one after the other. Uses guest, disk, site and portal.
 */
package fr.brume.lab.roundtrip;
