package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import java.nio.ByteBuffer;

/** Writes the used blocks of a region, one write per run of them. Safe for threads. */
final class RegionWriter {
    private final Disk disk;
    private final long partitionStart;
    private final PartitionGeometry geometry;

    RegionWriter(Disk disk, long partitionStart, PartitionGeometry geometry) {
        this.disk = disk;
        this.partitionStart = partitionStart;
        this.geometry = geometry;
    }

    /** @param used blocks in order, all that remains of the buffer */
    void write(RegionBits bits, ByteBuffer used) throws FailureException {
        long regionStart = partitionStart + geometry.start(bits.region());
        int blockSize = geometry.blockSize();
        int at = used.position();
        for (int from = bits.nextUsed(0); from < bits.blocks(); ) {
            int end = bits.nextFree(from);
            int length = (end - from) * blockSize;
            disk.write(regionStart + (long) from * blockSize, used.slice(at, length));
            at += length;
            from = bits.nextUsed(end);
        }
    }
}
