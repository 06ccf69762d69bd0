/**
 * The messages of {@code /agent/v1}: what the agent on a machine and the server tell each other in JSON over HTTPS. Records
 * only, without behaviour; they must stay plain so that any JSON binding maps them.
 */
package fr.brume.protocol.agent;
