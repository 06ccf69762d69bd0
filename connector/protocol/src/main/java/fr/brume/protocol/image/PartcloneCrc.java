package fr.brume.protocol.image;

import java.util.zip.CRC32;

/** partclone's check sum: CRC-32 as in zip but without the final inversion. Not safe for threads. */
public final class PartcloneCrc {
    /** Size in the stream, little-endian. */
    public static final int BYTES = 4;

    private final CRC32 crc = new CRC32();

    /** Takes these bytes in; gives itself. */
    public PartcloneCrc update(byte[] bytes, int offset, int length) {
        crc.update(bytes, offset, length);
        return this;
    }

    /** The sum of what was taken in so far. */
    public int value() {
        return ~(int) crc.getValue();
    }
}
