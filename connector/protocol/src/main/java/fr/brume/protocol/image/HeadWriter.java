package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Cuts header, bitmap and its CRC, as partclone writes them, into head frames of the region size. Not safe for threads. */
public final class HeadWriter {
    /** Takes the frames in order. */
    public interface Sink {
        /** @param frame valid during the call only */
        void head(int number, ByteBuffer frame) throws IOException, FailureException;
    }

    private final PartitionGeometry geometry;
    private final RegionCodec codec;
    private final Sink sink;
    private final ByteBuffer content;
    private int frames;

    /** @param codec used during the calls only */
    public HeadWriter(PartitionGeometry geometry, RegionCodec codec, Sink sink) {
        this.geometry = geometry;
        this.codec = codec;
        this.sink = sink;
        this.content = ByteBuffer.allocateDirect((int) Math.min(geometry.regionSize(), geometry.headBytes()));
    }

    /** Takes what remains of the buffer. */
    public void write(ByteBuffer bytes) throws IOException, FailureException {
        while (bytes.hasRemaining()) {
            if (frames == geometry.headFrames()) {
                throw new FailureException(Failure.CORRUPT_DATA, "partclone header: too long");
            }
            content.limit(geometry.headFrameBytes(frames));
            int limit = bytes.limit();
            bytes.limit(bytes.position() + Math.min(content.remaining(), bytes.remaining()));
            content.put(bytes);
            bytes.limit(limit);
            if (!content.hasRemaining()) {
                sink.head(frames++, codec.compress(content.flip()));
                content.clear();
            }
        }
    }

    /** Bytes still to come. */
    public long missing() {
        return geometry.headBytes() - (long) frames * geometry.regionSize() - content.position();
    }

    /** @throws FailureException CORRUPT_DATA when bytes are missing */
    public void finish() throws FailureException {
        if (frames != geometry.headFrames()) {
            throw new FailureException(Failure.CORRUPT_DATA, "partclone header: too short");
        }
    }
}
