package fr.brume.protocol.agent;

/**
 * A group of hosts that can be chosen on a machine.
 *
 * @param id of the group
 * @param name unique
 */
public record GroupChoice(long id, String name) {}
