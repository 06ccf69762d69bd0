/** The server's own interfaces: their addresses, and their broadcast addresses to wake machines. Uses java only, and may block. */
package fr.brume.adapter.net;
