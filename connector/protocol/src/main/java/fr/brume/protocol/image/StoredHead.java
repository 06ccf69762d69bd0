package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The head frames of a partition on this disk, decompressed one at a time. Not safe for threads. */
final class StoredHead implements HeadSource, AutoCloseable {
    /** Reads the compressed head frames where they are. */
    interface Frames {
        /** Reads one to the position of the buffer. */
        RegionEntry read(int number, ByteBuffer into) throws IOException, FailureException;
    }

    private final Frames frames;
    private final RegionCodec codec;
    private final ByteBuffer frame;

    StoredHead(PartitionGeometry geometry, Frames frames) {
        this.frames = frames;
        int largest = (int) Math.min(geometry.regionSize(), geometry.headBytes());
        this.codec = new RegionCodec(largest, 1);
        this.frame = ByteBuffer.allocateDirect(RegionCodec.bound(largest));
    }

    @Override
    public ByteBuffer content(int number) throws IOException, FailureException {
        RegionEntry entry = frames.read(number, frame.clear());
        return codec.decompress(frame.flip(), entry.contentLength());
    }

    @Override
    public void close() {
        codec.close();
    }
}
