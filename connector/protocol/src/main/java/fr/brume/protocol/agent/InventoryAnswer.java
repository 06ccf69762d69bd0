package fr.brume.protocol.agent;

/**
 * The host that now holds this inventory.
 *
 * @param hostName its name; empty for a machine that is none
 * @param alreadyRegistered whether it was known before
 * @param taskWaiting whether this session goes on with a task at once
 * @param pending whether the host waits for somebody to approve it
 */
public record InventoryAnswer(String hostName, boolean alreadyRegistered, boolean taskWaiting, boolean pending) {}
