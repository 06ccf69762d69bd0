package fr.brume.protocol.agent;

/** The host that now holds this inventory, and whether it was known before. */
public record InventoryAnswer(String hostName, boolean alreadyRegistered) {}
