package fr.brume.protocol.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where the hash blocks of one region lie in its content: a hash block has as many bytes there as it has used blocks, which may
 * be none. Immutable.
 */
public final class HashBlocks {
    private final int[] offsets;

    public HashBlocks(PartitionGeometry geometry, RegionBits bits) {
        int count = geometry.hashesOf(bits.region());
        offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            int from = i * geometry.blocksPerHashBlock();
            int blocks = Math.min(geometry.blocksPerHashBlock(), bits.blocks() - from);
            offsets[i + 1] = offsets[i] + bits.usedBlocks(from, blocks) * geometry.blockSize();
        }
    }

    public int count() {
        return offsets.length - 1;
    }

    /** First byte of a hash block in the content. */
    public int offset(int block) {
        return offsets[block];
    }

    /** Used bytes of a hash block. */
    public int length(int block) {
        return offsets[block + 1] - offsets[block];
    }

    /** Bytes of the whole content. */
    public int contentLength() {
        return offsets[count()];
    }

    /** Used bytes of these hash blocks. */
    public int lengthOf(BitSet blocks) {
        return blocks.stream().map(this::length).sum();
    }

    /** The stretches of the content that are these hash blocks, in order; neighbours are one stretch. */
    public List<ContentRange> ranges(BitSet blocks) {
        List<ContentRange> ranges = new ArrayList<>();
        for (int from = blocks.nextSetBit(0); from >= 0; ) {
            int end = blocks.nextClearBit(from);
            if (offsets[end] > offsets[from]) {
                ranges.add(new ContentRange(offsets[from], offsets[end] - offsets[from]));
            }
            from = blocks.nextSetBit(end);
        }
        return ranges;
    }

    /** All hash blocks. */
    public BitSet all() {
        BitSet all = new BitSet(count());
        all.set(0, count());
        return all;
    }

    /** The pieces of these hash blocks, each cut for itself, so that they are the same whichever others there are. */
    public ContentPieces pieces(BitSet blocks) {
        return new ContentPieces(each(blocks));
    }

    /** The stretches of the content that are these hash blocks, in order; each is one of its own. */
    public List<ContentRange> each(BitSet blocks) {
        return blocks.stream()
                .filter(block -> length(block) > 0)
                .mapToObj(block -> new ContentRange(offset(block), length(block)))
                .toList();
    }

    /** Which blocks of two lists of hashes, of the same region, are not the same. */
    public static BitSet different(byte[] some, byte[] others) {
        BitSet different = new BitSet();
        int size = RegionEntry.DIGEST_BYTES;
        int count = Math.max(some.length, others.length) / size;
        for (int i = 0; i < count; i++) {
            int at = i * size;
            boolean both = Math.min(some.length, others.length) >= at + size;
            different.set(i, !both || !Arrays.equals(some, at, at + size, others, at, at + size));
        }
        return different;
    }
}
