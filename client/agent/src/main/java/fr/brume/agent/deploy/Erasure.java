package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Takes away what makes a disk look good: boot code and partition tables at both ends, and the signatures at both ends of each
 * partition to come, so that a deploy that stops half way leaves a disk that does not start.
 */
final class Erasure {
    private static final int STRETCH = 1 << 20;

    private final Disk disk;

    Erasure(Disk disk) {
        this.disk = disk;
    }

    /** Boot code, table and its backup. */
    void tables() throws FailureException {
        zeroEnds(0, disk.bytes());
        disk.flush();
    }

    void signatures(List<PartitionManifest> partitions) throws FailureException {
        for (PartitionManifest partition : partitions) {
            zeroEnds(partition.start(), partition.bytes());
        }
        disk.flush();
    }

    private void zeroEnds(long start, long bytes) throws FailureException {
        int stretch = (int) Math.min(STRETCH, bytes);
        disk.write(start, ByteBuffer.allocate(stretch));
        disk.write(start + bytes - stretch, ByteBuffer.allocate(stretch));
    }
}
