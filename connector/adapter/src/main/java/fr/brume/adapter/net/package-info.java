/**
 * The server's own interfaces: their addresses, their broadcast addresses to wake machines, and UDP sockets on them. Uses java and
 * the loops; must not know what travels. What looks at interfaces may block.
 */
package fr.brume.adapter.net;
