package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/**
 * Takes out of blocks of a stored region what somebody lacks of them, and compresses it as one frame. It knows places in the content only,
 * not the map of used blocks, so that it needs no more memory than a few regions. Not safe for threads.
 */
public final class BlockCutter implements AutoCloseable {
    /** Little is cut: what matters is the time until it leaves. */
    private static final int LEVEL = 3;

    private final StoredPartition stored;
    private final RegionCodec codec;
    private ByteBuffer frame;

    public BlockCutter(StoredPartition stored) {
        this.stored = stored;
        this.codec = new RegionCodec(stored.index().geometry().regionSize(), LEVEL);
    }

    /**
     * What was cut out.
     *
     * @param pieces which of those asked for
     * @param frame of them, one behind the other; empty when there are none; valid until the next call
     */
    public record Cut(BitSet pieces, ByteBuffer frame) {}

    /**
     * The pieces of these stretches of a region: no more than its content has, whatever was asked.
     *
     * @param ranges ascending, without overlap
     * @throws FailureException PROTOCOL_ERROR when they are not within the content
     */
    public static ContentPieces pieces(RegionEntry entry, List<ContentRange> ranges) throws FailureException {
        long end = 0;
        for (ContentRange range : ranges) {
            boolean inside = range.offset() >= end
                    && range.length() > 0
                    && range.offset() <= entry.contentLength() - range.length();
            if (!inside) {
                throw new FailureException(Failure.PROTOCOL_ERROR, "blocks of region " + entry.number());
            }
            end = (long) range.offset() + range.length();
        }
        if (ranges.isEmpty()) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "no blocks of region " + entry.number());
        }
        return new ContentPieces(ranges);
    }

    /**
     * The pieces that have other marks.
     *
     * @param pieces by {@link #pieces} of the same region
     * @param marks of all of them
     */
    public Cut cut(RegionEntry entry, ContentPieces pieces, int[] marks) throws IOException, FailureException {
        ByteBuffer content = codec.decompress(read(entry), entry.contentLength());
        BitSet different = pieces.different(marks, content);
        ByteBuffer none = ByteBuffer.allocate(0);
        return new Cut(different, different.isEmpty() ? none : codec.compress(pieces.gather(different, content)));
    }

    private ByteBuffer read(RegionEntry entry) throws IOException {
        if (frame == null) {
            int largest = RegionCodec.bound(stored.index().geometry().regionSize());
            frame = ByteBuffer.allocateDirect(largest);
        }
        frame.clear();
        stored.read(entry, frame);
        return frame.flip();
    }

    @Override
    public void close() {
        codec.close();
    }
}
