package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The first 128 bytes of {@code dNpM.chunks}, and where its sections begin. Big-endian:
 *
 * <pre>
 *   0 char[8] "BRUMEIDX"       12 geometry, 24 bytes      48 u64 end of the frames in the stream file
 *   8 u32 format, 1            36 u32 head frames         56 byte[32] root digest
 *                              40 u64 stored regions      88..123 zero   124 u32 CRC-32 (zip) of bytes 0 to 123
 * 128 head frames x 16: u64 offset, u32 length, u32 content length
 *   + stored regions x 56: {@link RegionEntry}, by ascending number
 *   + stored regions x stride: block hashes, 32 bytes each; the stride is that of a whole region
 * </pre>
 */
record IndexHeader(PartitionGeometry geometry, long storedRegions, long dataEnd, byte[] root) {
    static final int BYTES = 128;
    static final int HEAD_ENTRY = 16;

    private static final byte[] MAGIC = "BRUMEIDX".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int CRC_AT = 124;

    static IndexHeader get(ByteBuffer in) throws FailureException {
        byte[] bytes = new byte[BYTES];
        in.get(bytes);
        ByteBuffer b = ByteBuffer.wrap(bytes);
        if (!Arrays.equals(bytes, 0, 8, MAGIC, 0, 8) || b.getInt(8) != FORMAT || b.getInt(CRC_AT) != crc(bytes)) {
            throw new FailureException(Failure.IMAGE_CORRUPT, "index header");
        }
        PartitionGeometry geometry = PartitionGeometry.get(b.position(12));
        long stored = b.getLong(40);
        if (b.getInt(36) != geometry.headFrames() || stored < 0 || stored > geometry.regions()) {
            throw new FailureException(Failure.IMAGE_CORRUPT, "index counts");
        }
        return new IndexHeader(geometry, stored, b.getLong(48), Arrays.copyOfRange(bytes, 56, 88));
    }

    ByteBuffer bytes() {
        ByteBuffer b = ByteBuffer.allocate(BYTES).put(MAGIC).putInt(FORMAT);
        geometry.put(b);
        b.putInt(geometry.headFrames()).putLong(storedRegions).putLong(dataEnd).put(root);
        return b.putInt(CRC_AT, crc(b.array())).clear();
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, CRC_AT);
        return (int) crc.getValue();
    }

    long headAt(int frame) {
        return BYTES + (long) frame * HEAD_ENTRY;
    }

    long entryAt(long index) {
        return headAt(geometry.headFrames()) + index * RegionEntry.BYTES;
    }

    long hashesAt(long index) {
        return entryAt(storedRegions) + index * stride();
    }

    /** Bytes of the block hashes of a whole region. */
    int stride() {
        return geometry.blocksPerRegion() / geometry.blocksPerHashBlock() * RegionEntry.DIGEST_BYTES;
    }
}
