package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.ByteBuffer;

/**
 * Takes away what makes a disk look good: boot code and partition tables at both ends, and the signatures at both ends of each
 * partition to come, so that a deploy that stops half way leaves a disk that does not start.
 */
final class Erasure {
    /** What may lie before the first partition, and a GPT's backup. */
    static final int STRETCH = 1 << 20;
    /** What all file systems have their first signatures in; little to fetch again where the rest is there. */
    static final int SHORT_STRETCH = 128 << 10;

    private final Disk disk;

    Erasure(Disk disk) {
        this.disk = disk;
    }

    /** Boot code, table and its backup. */
    void tables() throws FailureException {
        zeroEnds(0, disk.bytes(), STRETCH);
        disk.flush();
    }

    /** @param kept whether most of what is there is to stay */
    void signatures(PartitionManifest partition, boolean kept) throws FailureException {
        zeroEnds(partition.start(), partition.bytes(), kept ? SHORT_STRETCH : STRETCH);
    }

    private void zeroEnds(long start, long bytes, int most) throws FailureException {
        int stretch = (int) Math.min(most, bytes);
        disk.write(start, ByteBuffer.allocate(stretch));
        disk.write(start + bytes - stretch, ByteBuffer.allocate(stretch));
    }
}
