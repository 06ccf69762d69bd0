package fr.brume.agent.resize;

/**
 * Where a partition goes.
 *
 * @param number in the table
 * @param start first byte on the disk
 * @param bytes size
 */
public record Place(int number, long start, long bytes) {
    public long end() {
        return start + bytes;
    }
}
