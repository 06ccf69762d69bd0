package fr.brume.protocol.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The seek table at the end of a stream file, for other tools (zstd seekable format 0.1.0, without check sums): a skippable
 * frame 0x184D2A5E of one entry per frame, u32 compressed and u32 decompressed size, little-endian; padding frames are listed
 * with decompressed size 0. Not safe for threads.
 */
final class SeekTable {
    static final int MAGIC = 0x184D2A5E;
    static final int FOOTER_MAGIC = 0x8F92EAB1;
    private static final int FOOTER = 9;
    private static final int ENTRY = 8;

    private final FileChannel file;
    private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final int entries;
    private long position;

    SeekTable(FileChannel file, long position, long entries) throws IOException {
        this.file = file;
        this.position = position;
        this.entries = Math.toIntExact(entries);
        out.putInt(MAGIC).putInt((int) (entries * ENTRY + FOOTER));
    }

    /** Lists one frame and the padding behind it. */
    void add(int length, int contentLength) throws IOException {
        entry(length, contentLength);
        int padding = FramePadding.of(length);
        if (padding > 0) {
            entry(padding, 0);
        }
    }

    private void entry(int size, int content) throws IOException {
        if (out.remaining() < ENTRY) {
            flush();
        }
        out.putInt(size).putInt(content);
    }

    void finish() throws IOException {
        if (out.remaining() < FOOTER) {
            flush();
        }
        out.putInt(entries).put((byte) 0).putInt(FOOTER_MAGIC);
        flush();
        file.truncate(position);
    }

    private void flush() throws IOException {
        out.flip();
        int length = out.remaining();
        FileBytes.write(file, position, out);
        position += length;
        out.clear();
    }
}
