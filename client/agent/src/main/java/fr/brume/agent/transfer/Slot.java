package fr.brume.agent.transfer;

import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionHashes;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/** The memory of one region on its way; handed from thread to thread, used by one at a time. */
public final class Slot {
    /** Of the blocks of a disk, bytes. */
    private static final int ALIGNMENT = 4096;

    private final ByteBuffer memory;
    private ByteBuffer data;
    private RegionBits bits;
    private RegionHashes hashes;
    private int contentLength;
    private BitSet changed;

    /** @param bytes of memory, which begins where a disk past the cache can read to */
    Slot(int bytes) {
        this.memory = ByteBuffer.allocateDirect(bytes + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .slice(0, bytes);
    }

    /** All of the memory, empty. */
    public ByteBuffer clear() {
        return memory.clear();
    }

    /** What was put into the memory: content or frame. */
    public ByteBuffer data() {
        return data.duplicate();
    }

    public RegionBits bits() {
        return bits;
    }

    public RegionHashes hashes() {
        return hashes;
    }

    /** Decompressed bytes. */
    public int contentLength() {
        return contentLength;
    }

    /** The memory now holds the used blocks of this region, from its beginning to its position. */
    public void content(RegionBits region) {
        bits = region;
        contentLength = memory.position();
        data = memory.duplicate().flip();
    }

    /** The memory now holds this frame. */
    public void frame(RegionBits region, int length, ByteBuffer frame) {
        bits = region;
        contentLength = length;
        data = memory.clear().put(frame.duplicate()).duplicate().flip();
    }

    /** Leaves only these stretches of the content, one behind the other. */
    public void keep(List<ContentRange> ranges) {
        ByteBuffer from = memory.duplicate().clear();
        memory.clear();
        ranges.forEach(range -> memory.put(from.slice(range.offset(), range.length())));
        data = memory.duplicate().flip();
    }

    /** The content was hashed, and this frame of it takes its place. */
    public void compressed(RegionHashes of, ByteBuffer frame) {
        changed(of, null, frame);
    }

    /** The content was hashed, and nothing of it need be sent. */
    public void unchanged(RegionHashes of) {
        changed(of, new BitSet(), ByteBuffer.allocate(0));
    }

    /**
     * The content was hashed, and a frame of some of it takes its place.
     *
     * @param blocks hash blocks in the frame; null for all
     */
    public void changed(RegionHashes of, BitSet blocks, ByteBuffer frame) {
        hashes = of;
        changed = blocks;
        data = memory.clear().put(frame.duplicate()).duplicate().flip();
    }

    /** The hash blocks in the frame; null for all, none where nothing changed. */
    public BitSet changed() {
        return changed;
    }
}
