package fr.brume.protocol.image;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Header and bitmap of a partition or disk whose content nobody understands: every block is used, because zeros may be data
 * there; a region of zeros becomes a frame of some fifty bytes. One stretch may be left out: that whose content is stored
 * elsewhere. partclone restores such a stream as any other.
 */
public final class RawHead {
    private static final int[] BLOCK_SIZES = {64 << 10, 4096, 512};
    private static final int PIECE = 1 << 16;

    private final PartcloneHeader header;
    private final long firstFree;
    private final long endFree;

    private RawHead(PartcloneHeader header, long firstFree, long endFree) {
        this.header = header;
        this.firstFree = firstFree;
        this.endFree = endFree;
    }

    /** @param bytes of the partition, a multiple of 512 */
    public static PartcloneHeader header(long bytes) {
        return without(bytes, 0, 0).header;
    }

    /** Writes the whole head of a header made here. */
    public static void write(PartcloneHeader header, HeadWriter out) throws IOException, FailureException {
        new RawHead(header, 0, 0).write(out);
    }

    /**
     * The head without the whole blocks of one stretch.
     *
     * @param bytes of the partition, a multiple of 512
     * @param from first byte left out
     * @param end first byte that is not; as {@code from} to leave out nothing
     */
    public static RawHead without(long bytes, long from, long end) {
        int block = Arrays.stream(BLOCK_SIZES)
                .filter(size -> bytes % size == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not whole sectors: " + bytes));
        long blocks = bytes / block;
        long first = (from + block - 1) / block;
        long last = Math.max(first, Math.min(end / block, blocks));
        long used = blocks - (last - first);
        return new RawHead(new PartcloneHeader("brume", "raw", bytes, blocks, used, used, block), first, last);
    }

    public PartcloneHeader header() {
        return header;
    }

    /** Writes the whole head. */
    public void write(HeadWriter out) throws IOException, FailureException {
        out.write(ByteBuffer.wrap(header.bytes()));
        PartcloneCrc crc = new PartcloneCrc();
        long bytes = (header.blocks() + 7) / 8;
        for (long at = 0; at < bytes; at += PIECE) {
            byte[] piece = new byte[(int) Math.min(PIECE, bytes - at)];
            for (int i = 0; i < piece.length; i++) {
                piece[i] = bits((at + i) * 8);
            }
            out.write(ByteBuffer.wrap(piece));
            crc.update(piece, 0, piece.length);
        }
        out.write(ByteBuffer.allocate(PartcloneCrc.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, crc.value()));
        out.finish();
    }

    /** Eight blocks from this one on, the first as the least bit. */
    private byte bits(long first) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            long block = first + i;
            boolean used = block < header.blocks() && (block < firstFree || block >= endFree);
            bits |= used ? 1 << i : 0;
        }
        return (byte) bits;
    }
}
