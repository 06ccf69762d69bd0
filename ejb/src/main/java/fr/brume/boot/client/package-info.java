/**
 * Who asks for a first file: firmware, iPXE or GRUB, told by its TFTP options or by what it said to DHCP servers a moment ago.
 * May use the domain and the types of DHCP.
 */
package fr.brume.boot.client;
