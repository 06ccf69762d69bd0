package fr.brume.protocol.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Fills up to the next multiple of 4 KiB with a zstd skippable frame, so that runs of frames can be shared by reflink. */
public final class FramePadding {
    public static final int ALIGNMENT = 4096;

    private static final int MAGIC = 0x184D2A50;
    private static final int HEADER = 8;

    private FramePadding() {}

    /** Bytes of padding behind a frame of this length: 0, or 8 to 4103. */
    public static int of(long length) {
        int gap = (int) (-length & (ALIGNMENT - 1));
        return gap == 0 || gap >= HEADER ? gap : gap + ALIGNMENT;
    }

    /** A frame's length with its padding. */
    public static long padded(long length) {
        return length + of(length);
    }

    /** The skippable frame of this total size, ready to be written; empty for 0. */
    static ByteBuffer frame(int size) {
        ByteBuffer frame = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        if (size > 0) {
            frame.putInt(0, MAGIC).putInt(4, size - HEADER);
        }
        return frame;
    }
}
