/**
 * Sockets for the TFTP state machines of the protocol module: one per local address to hear requests, one for
 * up to 64 transfers. All of it runs on one event loop; what a request means is asked of the application on the pool. Must not know a packet.
 */
package fr.brume.adapter.tftp;
