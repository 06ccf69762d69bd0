package fr.brume.protocol.agent;

/**
 * The host that now holds this inventory.
 *
 * @param hostName its name; empty for a machine that is none
 * @param alreadyRegistered whether it was known before
 * @param taskWaiting whether this session goes on with a task at once
 */
public record InventoryAnswer(String hostName, boolean alreadyRegistered, boolean taskWaiting) {}
