package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first 110 bytes of a partclone v2 image with checksum mode none ({@code partclone.FS -c -a0}). All numbers are
 * little-endian:
 *
 * <pre>
 *   0 char[16] "partclone-image\0"     44..51 end of the name      88 u32 size of the options (18)
 *  16 char[14] version of partclone    52 u64 device size, bytes   92 u16 image version, 2
 *  30 char[4]  "0002"                  60 u64 total blocks         94 u16 bits of the writer's processor
 *  34 u16      0xC0DE                  68 u64 used (superblock)    96 u16 checksum mode, 0
 *  36 char[16] name of file system     76 u64 used (bitmap)        98 u16 checksum size, 0
 *                                      84 u32 block size, bytes   100 u32 blocks per checksum, 0
 *                                     104 u8 reseed, 1  105 u8 bitmap mode, 1 = one bit per block
 * 106 u32 CRC-32 of bytes 0 to 105, without the final inversion
 * </pre>
 *
 * @param toolVersion of the partclone that wrote it, at most 13 ASCII characters
 * @param fileSystem partclone's name of it, at most 15 ASCII characters
 * @param deviceBytes size of the device
 * @param blocks total blocks, bits of the bitmap
 * @param usedBySuperblock informative only, differs from the bitmap on some file systems
 * @param usedByBitmap blocks that follow the bitmap
 * @param blockSize bytes
 */
public record PartcloneHeader(
        String toolVersion,
        String fileSystem,
        long deviceBytes,
        long blocks,
        long usedBySuperblock,
        long usedByBitmap,
        int blockSize) {
    /** Size in the stream. */
    public static final int BYTES = 110;

    private static final String MAGIC = "partclone-image";
    private static final int LITTLE_ENDIAN_MARK = 0xC0DE;
    private static final int OPTIONS_BYTES = 18;

    /**
     * Reads a header from the position of the buffer, which moves behind it.
     *
     * @throws FailureException CORRUPT_DATA when it is damaged or not of the kind described above
     */
    public static PartcloneHeader parse(ByteBuffer in) throws FailureException {
        require(in.remaining() >= BYTES, "truncated");
        byte[] bytes = new byte[BYTES];
        in.get(bytes);
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        require(MAGIC.equals(text(bytes, 0, 16)), "magic");
        require("0002".equals(text(bytes, 30, 4)), "version");
        require((b.getShort(34) & 0xFFFF) == LITTLE_ENDIAN_MARK, "byte order");
        require(b.getInt(106) == new PartcloneCrc().update(bytes, 0, 106).value(), "CRC of the header");
        require(b.getInt(88) == OPTIONS_BYTES && b.getShort(92) == 2, "options");
        require(b.getShort(96) == 0 && b.getShort(98) == 0 && b.getInt(100) == 0, "checksum mode");
        require(b.get(105) == 1, "bitmap mode");
        PartcloneHeader header = new PartcloneHeader(
                text(bytes, 16, 14),
                text(bytes, 36, 16),
                b.getLong(52),
                b.getLong(60),
                b.getLong(68),
                b.getLong(76),
                b.getInt(84));
        require(header.deviceBytes > 0 && header.blocks > 0, "sizes");
        require(header.usedByBitmap >= 0 && header.usedByBitmap <= header.blocks, "used blocks");
        return header;
    }

    /** The 110 bytes of this header. */
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        put(bytes, 0, MAGIC, 15);
        put(bytes, 16, toolVersion, 13);
        put(bytes, 30, "0002", 4);
        b.putShort(34, (short) LITTLE_ENDIAN_MARK);
        put(bytes, 36, fileSystem, 15);
        b.putLong(52, deviceBytes).putLong(60, blocks).putLong(68, usedBySuperblock);
        b.putLong(76, usedByBitmap).putInt(84, blockSize);
        b.putInt(88, OPTIONS_BYTES).putShort(92, (short) 2).putShort(94, (short) 64);
        b.put(104, (byte) 1).put(105, (byte) 1);
        b.putInt(106, new PartcloneCrc().update(bytes, 0, 106).value());
        return bytes;
    }

    private static void require(boolean holds, String what) throws FailureException {
        if (!holds) {
            throw new FailureException(Failure.CORRUPT_DATA, "partclone header: " + what);
        }
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < from + most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }

    private static void put(byte[] bytes, int at, String text, int most) {
        byte[] ascii = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), Math.min(text.length(), most));
        System.arraycopy(ascii, 0, bytes, at, ascii.length);
    }
}
