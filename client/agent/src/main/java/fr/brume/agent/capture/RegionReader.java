package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import java.nio.ByteBuffer;

/** Reads the used blocks of a region, one read per run of them. Safe for threads. */
final class RegionReader {
    private final Disk disk;
    private final long partitionStart;
    private final PartitionGeometry geometry;

    RegionReader(Disk disk, long partitionStart, PartitionGeometry geometry) {
        this.disk = disk;
        this.partitionStart = partitionStart;
        this.geometry = geometry;
    }

    /** Appends the used blocks, in order, at the position of the buffer. */
    void read(RegionBits bits, ByteBuffer into) throws FailureException {
        long regionStart = partitionStart + geometry.start(bits.region());
        int blockSize = geometry.blockSize();
        for (int from = bits.nextUsed(0); from < bits.blocks(); ) {
            int end = bits.nextFree(from);
            into.limit(into.position() + (end - from) * blockSize);
            disk.read(regionStart + (long) from * blockSize, into);
            from = bits.nextUsed(end);
        }
    }
}
