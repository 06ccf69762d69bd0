package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/**
 * How a partition is cut: into file-system blocks, regions (one zstd frame each) and hash blocks. All three are powers of two
 * counted from the partition's first byte, so that none straddles another. As 24 bytes, big-endian: u64 device bytes, u64
 * blocks, u32 block size, u32 region size.
 *
 * @param deviceBytes size of the partition; may exceed {@code blocks * blockSize} (NTFS leaves a tail)
 * @param blocks that the file system has; bits of the bitmap
 * @param blockSize bytes, 512 to 2 MiB
 * @param regionSize bytes, 64 KiB to 16 MiB, at least one block
 */
public record PartitionGeometry(long deviceBytes, long blocks, int blockSize, int regionSize) {
    /** Size in index, journal and on the wire. */
    public static final int BYTES = 24;

    /** Smallest hash block, bytes. */
    public static final int HASH_BLOCK = 64 << 10;

    public static final int MIN_BLOCK = 512;
    public static final int MAX_BLOCK = 2 << 20;
    public static final int MIN_REGION = 64 << 10;
    public static final int MAX_REGION = 16 << 20;
    /** Regions of one partition: 256 TiB at 4 MiB. */
    public static final long MAX_REGIONS = 1L << 26;

    /** The geometry whose region holds at least one block: max(wanted, block size). */
    public static PartitionGeometry of(PartcloneHeader header, int wantedRegionSize) throws FailureException {
        int region = Math.max(wantedRegionSize, header.blockSize());
        return new PartitionGeometry(header.deviceBytes(), header.blocks(), header.blockSize(), region).checked();
    }

    /** Reads 24 bytes and refuses what cannot be. */
    public static PartitionGeometry get(ByteBuffer in) throws FailureException {
        return new PartitionGeometry(in.getLong(), in.getLong(), in.getInt(), in.getInt()).checked();
    }

    /** Writes the 24 bytes at the position of the buffer. */
    public void put(ByteBuffer out) {
        out.putLong(deviceBytes).putLong(blocks).putInt(blockSize).putInt(regionSize);
    }

    /** This geometry; refuses what this code, or the limits of the format, cannot hold. */
    public PartitionGeometry checked() throws FailureException {
        if (!powerOfTwo(blockSize, MIN_BLOCK, MAX_BLOCK)) {
            throw new FailureException(Failure.UNSUPPORTED_BLOCK_SIZE, "", Integer.toString(blockSize));
        }
        if (!powerOfTwo(regionSize, MIN_REGION, MAX_REGION) || regionSize < blockSize) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "region size " + regionSize);
        }
        if (deviceBytes <= 0 || blocks <= 0 || blocks > MAX_REGIONS * (regionSize / blockSize)) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "blocks " + blocks);
        }
        return this;
    }

    private static boolean powerOfTwo(int value, int least, int most) {
        return value >= least && value <= most && Integer.bitCount(value) == 1;
    }

    /** Regions counted over the whole partition, those without used blocks included. */
    public long regions() {
        return (blocks + blocksPerRegion() - 1) / blocksPerRegion();
    }

    public int blocksPerRegion() {
        return regionSize / blockSize;
    }

    /** Blocks of one region; the last region may have fewer than the others. */
    public int blocksOf(long region) {
        return (int) Math.min(blocksPerRegion(), blocks - region * blocksPerRegion());
    }

    /** First byte of a region in the partition. */
    public long start(long region) {
        return region * regionSize;
    }

    public int hashBlockSize() {
        return Math.max(HASH_BLOCK, blockSize);
    }

    public int blocksPerHashBlock() {
        return hashBlockSize() / blockSize;
    }

    /** Hash blocks of one region. */
    public int hashesOf(long region) {
        return (blocksOf(region) + blocksPerHashBlock() - 1) / blocksPerHashBlock();
    }

    /** Bytes of the bitmap in the partclone stream. */
    public long bitmapBytes() {
        return (blocks + 7) / 8;
    }

    /** Bytes of header, bitmap and the CRC after it. */
    public long headBytes() {
        return PartcloneHeader.BYTES + bitmapBytes() + PartcloneCrc.BYTES;
    }

    /** Head frames, each of {@link #regionSize} decompressed bytes but the last. */
    public int headFrames() {
        return Math.toIntExact((headBytes() + regionSize - 1) / regionSize);
    }

    /** Decompressed bytes of one head frame. */
    public int headFrameBytes(int frame) {
        return (int) Math.min(regionSize, headBytes() - (long) frame * regionSize);
    }
}
