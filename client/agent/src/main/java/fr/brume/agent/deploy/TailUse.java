package fr.brume.agent.deploy;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import java.io.IOException;

/** Counts the used blocks of a stored partition behind an offset, by its map: that much scratch is written, to the block. */
final class TailUse {
    private TailUse() {}

    /**
     * Bytes.
     *
     * @param head of the partition, from its beginning
     * @param from offset in the partition; a block across it counts
     */
    static long behind(HeadReader head, PartitionGeometry geometry, long from) throws IOException, FailureException {
        long used = 0;
        for (RegionBits bits = head.nextUsed(); bits != null; bits = head.nextUsed()) {
            long start = geometry.start(bits.region());
            long first = Math.max(0, (from - start) / geometry.blockSize());
            for (int at = next(bits, first); at < bits.blocks(); ) {
                int end = bits.nextFree(at);
                used += (long) (end - at) * geometry.blockSize();
                at = bits.nextUsed(end);
            }
        }
        return used;
    }

    private static int next(RegionBits bits, long first) {
        return first >= bits.blocks() ? bits.blocks() : bits.nextUsed((int) first);
    }
}
