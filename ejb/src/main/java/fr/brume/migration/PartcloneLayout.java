package fr.brume.migration;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartcloneCrc;
import fr.brume.protocol.image.PartcloneHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a partclone stream of format 0001 or 0002 is laid out, little-endian. Format 0002 is described at {@link PartcloneHeader}. Format 0001:
 *
 * <pre>
 *  0 char[15] "partclone-image"   36 u32 block size     64 char[4096] reserved
 * 15 char[15] file system         40 u64 device size  4160 one byte for each block: 1 when it is used
 * 30 char[4]  "0001"              48 u64 total blocks      char[8] "BiTmAgIc"
 * 34 char[2]  padding             56 u64 used blocks       used blocks, each with 4 bytes of checksum
 * </pre>
 *
 * @param fileSystem as partclone calls it
 * @param deviceBytes size of the device
 * @param blocks total
 * @param usedBySuperblock informative
 * @param blockSize bytes
 * @param bitmapBits bits of the map for each block: 1 or 8
 * @param mapEnd bytes behind the map that are not data
 * @param checksumBytes size of each checksum; 0 for none
 * @param blocksPerChecksum blocks before each checksum
 */
record PartcloneLayout(
        String fileSystem,
        long deviceBytes,
        long blocks,
        long usedBySuperblock,
        int blockSize,
        int bitmapBits,
        int mapEnd,
        int checksumBytes,
        long blocksPerChecksum) {
    private static final String MAGIC = "partclone-image";
    private static final int FIRST_BYTES = 4160;
    private static final int BITS = 1;
    private static final int BYTES = 8;
    private static final int MOST_CHECKSUM = 64;

    /**
     * Reads the header; the stream then stands at the map.
     *
     * @throws FailureException FOG_UNKNOWN_STREAM when it is no partclone stream, or of a form that nobody writes
     */
    static PartcloneLayout read(String file, InputStream in) throws IOException, FailureException {
        byte[] start = in.readNBytes(PartcloneHeader.BYTES);
        if (start.length < PartcloneHeader.BYTES
                || !text(start, 0, MAGIC.length()).equals(MAGIC)) {
            throw unknown(file, "magic");
        }
        PartcloneLayout layout = switch (text(start, 30, 4)) {
            case "0001" -> first(start, in);
            case "0002" -> second(file, start);
            default -> throw unknown(file, text(start, 30, 4));
        };
        if (layout.blocks <= 0 || layout.deviceBytes <= 0 || layout.checksumBytes > MOST_CHECKSUM) {
            throw unknown(file, "sizes");
        }
        return layout;
    }

    private static PartcloneLayout first(byte[] start, InputStream in) throws IOException {
        if (in.readNBytes(FIRST_BYTES - start.length).length < FIRST_BYTES - start.length) {
            throw new EOFException("partclone header");
        }
        ByteBuffer b = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        return new PartcloneLayout(
                text(start, 15, 15), b.getLong(40), b.getLong(48), b.getLong(56), b.getInt(36), BYTES, 8, 4, 1);
    }

    private static PartcloneLayout second(String file, byte[] start) throws FailureException {
        ByteBuffer b = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        boolean sound =
                b.getInt(106) == new PartcloneCrc().update(start, 0, 106).value();
        int map = start[105];
        if (!sound || !(map == BITS || map == BYTES)) {
            throw unknown(file, sound ? "bitmap mode " + map : "CRC");
        }
        int checksum = b.getShort(96) == 0 ? 0 : b.getShort(98) & 0xFFFF;
        long group = b.getInt(100) & 0xFFFFFFFFL;
        return new PartcloneLayout(
                text(start, 36, 16),
                b.getLong(52),
                b.getLong(60),
                b.getLong(68),
                b.getInt(84),
                map,
                4,
                group == 0 ? 0 : checksum,
                group);
    }

    /** Bytes of the map. */
    long mapBytes() {
        return bitmapBits == BITS ? (blocks + 7) / 8 : blocks;
    }

    /** Whether the map has a byte for each block. */
    boolean byteMap() {
        return bitmapBits == BYTES;
    }

    private static FailureException unknown(String file, String what) {
        return new FailureException(Failure.FOG_UNKNOWN_STREAM, file, what);
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < from + most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }
}
