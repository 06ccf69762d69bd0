package fr.brume.protocol.link;

import fr.brume.protocol.fault.Failure;

/**
 * A moment in the life of a transfer.
 *
 * @param transferId unique while the server runs
 * @param taskId task served; 0 for none
 * @param peer address and port of the machine
 * @param bytes moved so far
 * @param failure why it ended; null unless it failed
 */
public record TransferEvent(String transferId, long taskId, String peer, long bytes, Failure failure) {}
