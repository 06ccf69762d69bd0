package fr.brume.protocol.image;

import java.nio.ByteBuffer;

/**
 * One stored region in the index. As 56 bytes, big-endian: u64 number, u64 offset, u32 length, u32 content length, 32 bytes of
 * digest. The digest array is shared, not copied: treat it as immutable.
 *
 * @param number of the region, from the partition's first byte
 * @param offset of its zstd frame in the file
 * @param length of that frame without its padding
 * @param contentLength decompressed bytes: used blocks times block size
 * @param digest SHA-256 (number, bits, block hashes)
 */
public record RegionEntry(long number, long offset, int length, int contentLength, byte[] digest) {
    public static final int BYTES = 56;
    public static final int DIGEST_BYTES = 32;

    /** Reads the 56 bytes at the position of the buffer. */
    public static RegionEntry get(ByteBuffer in) {
        long number = in.getLong();
        long offset = in.getLong();
        int length = in.getInt();
        int contentLength = in.getInt();
        byte[] digest = new byte[DIGEST_BYTES];
        in.get(digest);
        return new RegionEntry(number, offset, length, contentLength, digest);
    }

    /** Writes the 56 bytes at the position of the buffer. */
    public void put(ByteBuffer out) {
        out.putLong(number).putLong(offset).putInt(length).putInt(contentLength).put(digest);
    }

    /** The position behind the frame and its padding. */
    public long end() {
        return offset + FramePadding.padded(length);
    }
}
