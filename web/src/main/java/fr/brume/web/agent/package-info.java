/**
 * {@code /agent/v1}: what agents ask, in JSON over HTTPS only. A session is opened with a ticket, every other request shows its
 * key. May use {@code fr.brume.service.agent} and the messages of the protocol.
 */
package fr.brume.web.agent;
