package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The compressed head frames of one partition, kept in memory: a bitmap is small once compressed, so its regions can be read
 * again without asking for it again. Not safe for threads.
 */
public final class KeptHead implements HeadSource, HeadWriter.Sink {
    private final PartitionGeometry geometry;
    private final RegionCodec codec;
    private final List<ByteBuffer> frames = new ArrayList<>();

    /** @param codec of its own: what it decompresses stays in use between calls */
    public KeptHead(PartitionGeometry geometry, RegionCodec codec) {
        this.geometry = geometry;
        this.codec = codec;
    }

    @Override
    public void head(int number, ByteBuffer frame) {
        if (number != frames.size()) {
            throw new IllegalArgumentException("head frame " + number);
        }
        frames.add(ByteBuffer.allocate(frame.remaining()).put(frame.duplicate()).flip());
    }

    public PartitionGeometry geometry() {
        return geometry;
    }

    /** One compressed frame. */
    public ByteBuffer frame(int number) {
        return frames.get(number).duplicate();
    }

    @Override
    public ByteBuffer content(int frame) throws FailureException {
        if (frame >= frames.size()) {
            throw new FailureException(Failure.CORRUPT_DATA, "head frames");
        }
        return codec.decompress(frames.get(frame), geometry.headFrameBytes(frame));
    }
}
