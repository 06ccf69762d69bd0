/**
 * Sockets for the image transfer's state machine of the protocol module: accepted, read, written and closed on one event loop; files
 * and the application are reached on the pool. TLS where the peer begins with it. Must not know a message.
 */
package fr.brume.adapter.transfer;
