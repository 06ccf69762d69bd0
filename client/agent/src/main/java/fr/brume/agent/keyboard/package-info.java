/**
 * Keys that somebody presses on any console of the machine: bytes in, keys out. Uses java and the waits of the agent; shows
 * nothing and knows no server.
 */
package fr.brume.agent.keyboard;
