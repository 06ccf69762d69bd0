/**
 * The site's network in namespaces: one LAN, the router that is its DHCP server, a place for the Brume server. Uses
 * {@code it.process}; knows neither machines nor disks.
 */
package fr.brume.lab.network;
