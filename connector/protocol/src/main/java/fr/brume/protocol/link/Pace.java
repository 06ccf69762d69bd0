package fr.brume.protocol.link;

/**
 * How fast a transfer may be. Those of one node share what the node may send and receive, those of one task what the task may.
 *
 * @param node that serves; empty for none
 * @param nodeBytesPerSecond of all its transfers together; 0 for no limit
 * @param taskBytesPerSecond of all transfers of one task together; 0 for no limit
 */
public record Pace(String node, long nodeBytesPerSecond, long taskBytesPerSecond) {
    /** As fast as it goes. */
    public static final Pace FREE = new Pace("", 0, 0);
}
