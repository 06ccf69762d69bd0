package fr.brume.protocol.image;

import java.util.zip.CRC32;

/** partclone's check sum: CRC-32 as in zip but without the final inversion. Not safe for threads. */
final class PartcloneCrc {
    /** Size in the stream, little-endian. */
    static final int BYTES = 4;

    private final CRC32 crc = new CRC32();

    PartcloneCrc update(byte[] bytes, int offset, int length) {
        crc.update(bytes, offset, length);
        return this;
    }

    int value() {
        return ~(int) crc.getValue();
    }
}
