/**
 * Known troubles that show in what starting machines asked. May use the domain and the types of DHCP; must not know how anything
 * was answered.
 */
package fr.brume.boot.diagnosis;
