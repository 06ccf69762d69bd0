package fr.brume.protocol.link;

/**
 * One transfer as it stands.
 *
 * @param id unique while the server runs
 * @param protocol {@code tftp} or {@code transfer}
 * @param peer address and port of the machine
 * @param subject file name (tftp) or id of the agent's session (transfer)
 * @param taskId task served; 0 for none
 * @param bytes sent or received so far
 * @param total expected bytes; -1 when unknown
 * @param startedAt milliseconds since 1970
 */
public record TransferSnapshot(
        String id, String protocol, String peer, String subject, long taskId, long bytes, long total, long startedAt) {}
