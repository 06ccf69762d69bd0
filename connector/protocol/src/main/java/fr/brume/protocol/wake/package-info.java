/** Wake-on-LAN. Uses java.base and the MAC address only; must not know sockets. */
package fr.brume.protocol.wake;
