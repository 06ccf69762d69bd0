package fr.brume.protocol.agent;

/**
 * {@code POST /agent/v1/user/deploy}: assigns the image to this machine, registers the machine first where it is unknown, and
 * makes the task that this very session goes on with.
 *
 * @param imageId image to deploy
 * @param inventory of the machine
 */
public record DeployRequest(long imageId, InventoryReport inventory) {}
