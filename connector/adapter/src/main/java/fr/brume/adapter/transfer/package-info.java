/**
 * Sockets for the image transfer's state machine of the protocol module: accepted, read, written and closed on one event loop; files
 * and the application are reached on the pool. Must not know a message.
 */
package fr.brume.adapter.transfer;
