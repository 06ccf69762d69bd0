package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Takes some blocks out of a stored region and compresses them as one frame. It knows places in the content only, not the map of
 * used blocks, so that it needs no more memory than a few regions. Not safe for threads.
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
     * The frame of these stretches, one behind the other; valid until the next call.
     *
     * @param ranges ascending, without overlap
     * @throws FailureException PROTOCOL_ERROR when they are not within the content
     */
    public ByteBuffer cut(RegionEntry entry, List<ContentRange> ranges) throws IOException, FailureException {
        require(entry, ranges);
        ByteBuffer content = codec.decompress(read(entry), entry.contentLength());
        ByteBuffer cut = content.duplicate();
        for (ContentRange range : ranges) {
            cut.put(content.slice(range.offset(), range.length()));
        }
        return codec.compress(cut.flip());
    }

    /** Bytes of content that these stretches have. */
    public static int length(List<ContentRange> ranges) {
        return ranges.stream().mapToInt(ContentRange::length).sum();
    }

    private static void require(RegionEntry entry, List<ContentRange> ranges) throws FailureException {
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
