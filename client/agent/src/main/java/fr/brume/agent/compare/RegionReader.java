package fr.brume.agent.compare;

import fr.brume.agent.disk.DirectDisk;
import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import java.nio.ByteBuffer;

/**
 * Reads the used blocks of a region in few large reads: free blocks between them are read along where they are few, and whole
 * blocks of the medium are read, so that a disk past the cache can do it. Safe for threads.
 */
public final class RegionReader {
    /** A hole that costs less to read than another request. */
    private static final int SMALL_HOLE = 64 << 10;

    private static final int ALIGNMENT = DirectDisk.ALIGNMENT;

    private final Disk disk;
    private final long partitionStart;
    private final PartitionGeometry geometry;

    public RegionReader(Disk disk, long partitionStart, PartitionGeometry geometry) {
        this.disk = disk;
        this.partitionStart = partitionStart;
        this.geometry = geometry;
    }

    /** Bytes that the memory for {@link #read} must have. */
    public static int memory(int regionSize) {
        return regionSize + 2 * ALIGNMENT;
    }

    /** Puts the used blocks, in order, to the beginning of the buffer; its position is behind them then. */
    public void read(RegionBits bits, ByteBuffer memory) throws FailureException {
        long start = partitionStart + geometry.start(bits.region());
        long origin = start & -ALIGNMENT;
        int shift = (int) (start - origin);
        int done = 0;
        for (int from = bits.nextUsed(0); from < bits.blocks(); ) {
            int end = endOfReading(bits, from);
            int low = Math.max(done, (shift + from * geometry.blockSize()) & -ALIGNMENT);
            int high = (shift + end * geometry.blockSize() + ALIGNMENT - 1) & -ALIGNMENT;
            done = (int) Math.min(high, disk.bytes() - origin);
            disk.read(origin + low, memory.limit(done).position(low));
            from = bits.nextUsed(end);
        }
        memory.clear();
        compact(bits, shift, memory);
    }

    /** The end of the used blocks that are read in one go, from this one on. */
    private int endOfReading(RegionBits bits, int from) {
        int end = bits.nextFree(from);
        int next = bits.nextUsed(end);
        while (next < bits.blocks() && (next - end) * geometry.blockSize() < SMALL_HOLE) {
            end = bits.nextFree(next);
            next = bits.nextUsed(end);
        }
        return end;
    }

    private void compact(RegionBits bits, int shift, ByteBuffer memory) {
        ByteBuffer from = memory.duplicate();
        int at = 0;
        for (int block = bits.nextUsed(0); block < bits.blocks(); ) {
            int end = bits.nextFree(block);
            int length = (end - block) * geometry.blockSize();
            int source = shift + block * geometry.blockSize();
            if (source != at) {
                memory.put(at, from, source, length);
            }
            at += length;
            block = bits.nextUsed(end);
        }
        memory.position(at);
    }
}
