package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a stored partition again from the first frame to the last and compares all of it: header and bitmap with their CRCs,
 * every region with its block hashes and digest, the digests with the root, the places of the frames with each other and with the seek table. One use;
 * not safe for threads.
 */
public final class PartitionCheck implements AutoCloseable {
    private final StoredPartition stored;
    private final PartitionGeometry geometry;
    private final RegionCodec headCodec;
    private final RegionCodec codec;
    private final RegionHasher hasher;
    private final ByteBuffer frame;
    private final FrameListener listener;
    private long end;

    /** Hears of the frames of the regions, in the order of the file. */
    public interface FrameListener {
        /**
         * Called after a frame was found right.
         *
         * @param offset of it in the stream file
         * @param bytes as they were read; valid until this returns
         */
        void frame(long offset, ByteBuffer bytes) throws IOException;
    }

    /** @param listener that may want the same bytes for something else, so that nobody reads them twice */
    public PartitionCheck(StoredPartition stored, FrameListener listener) {
        this.stored = stored;
        this.listener = listener;
        this.geometry = stored.index().geometry();
        this.headCodec = new RegionCodec(geometry.regionSize(), 1);
        this.codec = new RegionCodec(geometry.regionSize(), 1);
        this.hasher = new RegionHasher(geometry);
        this.frame = ByteBuffer.allocateDirect(RegionCodec.bound(geometry.regionSize()));
    }

    /**
     * Checks everything.
     *
     * @return the header
     * @throws FailureException CORRUPT_DATA that names what is wrong
     */
    public PartcloneHeader run() throws IOException, FailureException {
        PartitionIndex index = stored.index();
        FrameTail tail = heads(index);
        HeadReader head = new HeadReader(geometry, this::headContent);
        RootDigest root = new RootDigest();
        for (long first = 0; first < index.storedRegions(); first += PartitionIndex.PAGE) {
            List<RegionEntry> page = index.entries(first, PartitionIndex.PAGE);
            for (RegionEntry entry : page) {
                region(head.nextUsed(), entry);
                tail.check(entry);
                root.add(entry.digest());
            }
        }
        require(head.nextUsed() == null, "regions are missing");
        head.finish();
        require(end == index.dataEnd(), "end of the frames");
        tail.finish();
        require(MessageDigest.isEqual(root.value(), index.root()), "root digest");
        return head.header();
    }

    /** The head frames follow each other from the first byte; their content is read later, beside that of the regions. */
    private FrameTail heads(PartitionIndex index) throws IOException, FailureException {
        FrameTail tail = new FrameTail(stored.stream(), index.dataEnd());
        for (int frame = 0; frame < geometry.headFrames(); frame++) {
            RegionEntry entry = index.head(frame);
            require(entry.offset() == end, "place of head frame " + frame);
            require(entry.contentLength() == geometry.headFrameBytes(frame), "length of head frame " + frame);
            tail.check(entry);
            end = entry.end();
        }
        return tail;
    }

    private void region(RegionBits bits, RegionEntry entry) throws IOException, FailureException {
        require(bits != null && bits.region() == entry.number(), "index of region " + entry.number());
        ByteBuffer used = content(entry);
        RegionHashes hashes = hasher.verify(bits, used, entry.digest());
        boolean same = Arrays.equals(hashes.blockHashes(), stored.index().hashes(entry.number()));
        require(same, "block hashes of region " + entry.number());
        require(entry.offset() == end, "place of region " + entry.number());
        end = entry.end();
        listener.frame(entry.offset(), frame.duplicate());
    }

    private ByteBuffer content(RegionEntry entry) throws IOException, FailureException {
        try {
            return codec.decompress(read(entry), entry.contentLength());
        } catch (FailureException e) {
            throw new FailureException(Failure.CORRUPT_DATA, e, "region " + entry.number());
        }
    }

    private ByteBuffer headContent(int number) throws IOException, FailureException {
        require(number < geometry.headFrames(), "head frames");
        RegionEntry entry = stored.index().head(number);
        return headCodec.decompress(read(entry), entry.contentLength());
    }

    private ByteBuffer read(RegionEntry entry) throws IOException {
        frame.clear();
        stored.read(entry, frame);
        return frame.flip();
    }

    private static void require(boolean holds, String what) throws FailureException {
        if (!holds) {
            throw new FailureException(Failure.CORRUPT_DATA, what);
        }
    }

    @Override
    public void close() {
        headCodec.close();
        codec.close();
    }
}
