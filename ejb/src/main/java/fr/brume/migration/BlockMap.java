package fr.brume.migration;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.PartcloneCrc;
import fr.brume.protocol.image.PartcloneHeader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The map of used blocks of a stream, one bit for each, in a file: it may be larger than the memory. */
final class BlockMap {
    private static final int STEP = 1 << 16;

    private final Path file;
    private final long used;

    private BlockMap(Path file, long used) {
        this.file = file;
        this.used = used;
    }

    /** Reads the map of a stream that stands at it; the stream then stands at the data. */
    static BlockMap read(PartcloneLayout layout, InputStream in, Path file) throws IOException {
        long used = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), STEP)) {
            int step = layout.byteMap() ? STEP * 8 : STEP;
            long firstBlock = 0;
            for (long left = layout.mapBytes(); left > 0; ) {
                byte[] bytes = in.readNBytes((int) Math.min(step, left));
                if (bytes.length == 0) {
                    throw new EOFException("bitmap");
                }
                left -= bytes.length;
                byte[] bits = layout.byteMap() ? packed(bytes) : bytes;
                firstBlock += bits.length * 8L;
                cutBehindLast(bits, firstBlock - layout.blocks());
                used += count(bits);
                out.write(bits);
            }
        }
        if (in.readNBytes(layout.mapEnd()).length < layout.mapEnd()) {
            throw new EOFException("bitmap");
        }
        return new BlockMap(file, used);
    }

    private static byte[] packed(byte[] bytes) {
        byte[] bits = new byte[(bytes.length + 7) / 8];
        for (int i = 0; i < bytes.length; i++) {
            bits[i / 8] |= (byte) ((bytes[i] == 0 ? 0 : 1) << i % 8);
        }
        return bits;
    }

    /** The bits behind the last block mean nothing, but some versions of partclone set them. */
    private static void cutBehindLast(byte[] bits, long tooMany) {
        for (int i = 1; i <= Math.min(7, tooMany); i++) {
            bits[bits.length - 1] &= (byte) ~(1 << (8 - i));
        }
    }

    private static long count(byte[] bits) {
        long count = 0;
        for (byte each : bits) {
            count += Integer.bitCount(each & 0xFF);
        }
        return count;
    }

    /** Blocks that are used. */
    long used() {
        return used;
    }

    /** Writes header, map and CRC, as partclone does today. */
    void write(PartcloneHeader header, HeadWriter out) throws IOException, FailureException {
        out.write(ByteBuffer.wrap(header.bytes()));
        PartcloneCrc crc = new PartcloneCrc();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), STEP)) {
            for (byte[] bits = in.readNBytes(STEP); bits.length > 0; bits = in.readNBytes(STEP)) {
                out.write(ByteBuffer.wrap(bits));
                crc.update(bits, 0, bits.length);
            }
        }
        out.write(ByteBuffer.allocate(PartcloneCrc.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, crc.value()));
        out.finish();
    }
}
