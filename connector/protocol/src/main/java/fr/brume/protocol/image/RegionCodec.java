package fr.brume.protocol.image;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/**
 * Compresses the used blocks of a region into one zstd frame and back. Native contexts and direct buffers are kept from one
 * region to the next: one codec per thread, each about three regions large. Not safe for threads.
 */
public final class RegionCodec implements AutoCloseable {
    /** Content starts on this boundary, so that it can go to a disk past the kernel's cache. */
    private static final int PAGE = 4096;

    private final ZstdCompressCtx compressor = new ZstdCompressCtx();
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();
    private final int regionSize;
    private int level;
    private ByteBuffer frame;
    private ByteBuffer content;

    /**
     * @param regionSize largest content, bytes
     * @param level of compression, 1 to 22
     */
    public RegionCodec(int regionSize, int level) {
        this.regionSize = regionSize;
        this.level = level;
        compressor.setLevel(level).setChecksum(true).setContentSize(true);
    }

    /** From the next frame on; frames are independent, so that those of one file may differ. */
    public void level(int next) {
        if (next != level) {
            compressor.setLevel(next);
            level = next;
        }
    }

    /** Largest frame that content of this size can become, bytes. */
    public static int bound(int contentLength) {
        return Math.toIntExact(Zstd.compressBound(contentLength));
    }

    /** A frame of all that remains in a direct buffer, whose position does not move; valid until the next call. */
    public ByteBuffer compress(ByteBuffer used) {
        if (used.remaining() > regionSize) {
            throw new IllegalArgumentException("more than a region: " + used.remaining());
        }
        if (frame == null) {
            frame = ByteBuffer.allocateDirect(bound(regionSize));
        }
        frame.clear();
        int length = compressor.compressDirectByteBuffer(
                frame, 0, frame.capacity(), used, used.position(), used.remaining());
        return frame.limit(length).asReadOnlyBuffer();
    }

    /**
     * The content of the frame that remains in a buffer, whose position does not move; valid until the next call.
     *
     * @param expected length of the content, bytes; checked before anything is written
     * @throws FailureException CORRUPT_DATA when the frame is damaged or of another length
     */
    public ByteBuffer decompress(ByteBuffer in, int expected) throws FailureException {
        if (expected < 0 || expected > regionSize || ZstdFrame.contentLength(in) != expected) {
            throw new FailureException(Failure.CORRUPT_DATA, "frame length");
        }
        if (content == null) {
            // The slice loses up to a page at either end; some regions, as those of small maps, are less than one.
            content = ByteBuffer.allocateDirect(regionSize + 2 * PAGE).alignedSlice(PAGE);
        }
        content.clear();
        try {
            if (into(in, expected) != expected) {
                throw new FailureException(Failure.CORRUPT_DATA, "frame length");
            }
        } catch (ZstdException e) {
            throw new FailureException(Failure.CORRUPT_DATA, e, "zstd frame");
        }
        return content.limit(expected).slice();
    }

    private int into(ByteBuffer in, int expected) {
        if (in.isDirect()) {
            return decompressor.decompressDirectByteBuffer(content, 0, expected, in, in.position(), in.remaining());
        }
        int at = in.arrayOffset() + in.position();
        return decompressor.decompressByteArrayToDirectByteBuffer(content, 0, expected, in.array(), at, in.remaining());
    }

    @Override
    public void close() {
        compressor.close();
        decompressor.close();
    }
}
