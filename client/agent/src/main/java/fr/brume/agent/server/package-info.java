/**
 * The client of {@code /agent/v1}: JSON over HTTPS with the server's key pinned, asked again while the server is lost. Uses
 * the messages of the protocol and JSON-B; knows no disk and no screen.
 */
package fr.brume.agent.server;
