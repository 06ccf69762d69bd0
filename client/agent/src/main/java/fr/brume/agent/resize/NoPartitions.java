package fr.brume.agent.resize;

import fr.brume.agent.disk.Partitions;
import fr.brume.agent.disk.Stretch;
import java.util.List;

/** The partitions of a device that has none. */
final class NoPartitions implements Partitions {
    @Override
    public String device(String disk, int number, long start, long bytes) {
        throw new IllegalStateException(disk + " has no partition " + number);
    }

    @Override
    public String join(List<Stretch> stretches, boolean writable) {
        throw new IllegalStateException("scratch is joined to a disk, not a disk to it");
    }

    @Override
    public void release() {
        // Nothing was joined.
    }

    @Override
    public void reread(String disk) {
        // There is no table.
    }
}
