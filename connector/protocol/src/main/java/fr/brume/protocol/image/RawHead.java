package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Header and bitmap of a partition or disk whose content nobody understands: every block is used, because zeros may be data
 * there; a region of zeros becomes a frame of some fifty bytes. partclone restores such a stream as any other.
 */
public final class RawHead {
    private static final int[] BLOCK_SIZES = {64 << 10, 4096, 512};

    private RawHead() {}

    /** @param bytes of the partition, a multiple of 512 */
    public static PartcloneHeader header(long bytes) {
        int block = Arrays.stream(BLOCK_SIZES)
                .filter(size -> bytes % size == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not whole sectors: " + bytes));
        long blocks = bytes / block;
        return new PartcloneHeader("brume", "raw", bytes, blocks, blocks, blocks, block);
    }

    /** Writes the whole head. */
    public static void write(PartcloneHeader header, HeadWriter out) throws IOException, FailureException {
        out.write(ByteBuffer.wrap(header.bytes()));
        PartcloneCrc crc = new PartcloneCrc();
        byte[] ones = new byte[1 << 16];
        Arrays.fill(ones, (byte) 0xFF);
        for (long left = header.blocks() / 8; left > 0; ) {
            int length = (int) Math.min(left, ones.length);
            out.write(ByteBuffer.wrap(ones, 0, length));
            crc.update(ones, 0, length);
            left -= length;
        }
        int last = (int) (header.blocks() % 8);
        if (last > 0) {
            byte[] bits = {(byte) ((1 << last) - 1)};
            out.write(ByteBuffer.wrap(bits));
            crc.update(bits, 0, 1);
        }
        out.write(ByteBuffer.allocate(PartcloneCrc.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, crc.value()));
        out.finish();
    }
}
