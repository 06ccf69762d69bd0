package fr.brume.protocol.image;

import java.util.Arrays;
import java.util.BitSet;

/** Which blocks of one region are used: its part of the bitmap, bit 0 being the region's first block. Immutable. */
public final class RegionBits {
    private final long region;
    private final int blocks;
    private final BitSet used;

    /**
     * @param region its number
     * @param blocks how many it has
     * @param used copied; bits from {@code blocks} on are ignored
     */
    RegionBits(long region, int blocks, BitSet used) {
        this.region = region;
        this.blocks = blocks;
        this.used = used.get(0, blocks);
    }

    public long region() {
        return region;
    }

    /** Blocks of the region, used or not. */
    public int blocks() {
        return blocks;
    }

    public int usedBlocks() {
        return used.cardinality();
    }

    /** The first used block from this one on; {@link #blocks} when there is none. */
    public int nextUsed(int from) {
        int next = used.nextSetBit(from);
        return next < 0 ? blocks : next;
    }

    /** The first free block from this one on; {@link #blocks} when there is none. */
    public int nextFree(int from) {
        return Math.min(blocks, used.nextClearBit(from));
    }

    /** The same region with only what lies in these hash blocks. */
    public RegionBits within(BitSet hashBlocks, PartitionGeometry geometry) {
        BitSet some = new BitSet(blocks);
        int size = geometry.blocksPerHashBlock();
        for (int block = hashBlocks.nextSetBit(0); block >= 0; block = hashBlocks.nextSetBit(block + 1)) {
            some.set(block * size, (block + 1) * size);
        }
        some.and(used);
        return new RegionBits(region, blocks, some);
    }

    /** All bits, least significant first, in as few bytes as hold them; those behind the last block are 0. */
    public byte[] bytes() {
        return bytes(0, blocks);
    }

    /** As {@link #bytes()} for some of the blocks, the first of them becoming bit 0. */
    byte[] bytes(int from, int count) {
        return Arrays.copyOf(used.get(from, from + count).toByteArray(), (count + 7) / 8);
    }

    int usedBlocks(int from, int count) {
        return used.get(from, from + count).cardinality();
    }
}
