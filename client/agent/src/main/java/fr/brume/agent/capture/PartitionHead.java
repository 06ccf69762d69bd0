package fr.brume.agent.capture;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Which blocks of a partition are used, kept compressed.
 *
 * @param header of the partclone stream
 * @param geometry how the partition is cut
 * @param kept head frames
 * @param minimumBytes the smallest size that its file system can be given; 0 when nobody knows
 */
record PartitionHead(PartcloneHeader header, PartitionGeometry geometry, KeptHead kept, long minimumBytes) {
    long usedBytes() {
        return header.usedByBitmap() * header.blockSize();
    }

    /** Reads the map from its beginning; one reader of all heads at a time, for they share a codec. */
    HeadReader reader() throws FailureException {
        try {
            return new HeadReader(geometry, kept);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is no file", e);
        }
    }
}
