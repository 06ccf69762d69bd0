/**
 * The way to the server's image transfer port: sockets with deadlines, proved by the session's key, and the memory and threads
 * that regions pass through. Uses the transfer client of the protocol.
 */
package fr.brume.agent.transfer;
