/**
 * TLS 1.3 by a pinned key, as a state machine over buffers: for the image transfer on both of its ends, and the trust for the agent's HTTPS.
 * Uses java's TLS engine; knows no socket, no thread, and nothing of what travels.
 */
package fr.brume.protocol.tls;
