package fr.brume.protocol.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Whole reads and writes at a position, which a channel alone does not promise. */
final class FileBytes {
    /** One write: larger ones make the JDK keep a direct copy of that size for each thread. */
    private static final int SLICE = 1 << 20;

    private FileBytes() {}

    /** Reads exactly this many bytes; the buffer comes back ready to be read. */
    static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        read(file, position, bytes);
        return bytes.flip();
    }

    /** Fills the buffer up to its limit. */
    static void read(FileChannel file, long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) {
                throw new EOFException("file ends at " + at);
            }
            at += read;
        }
    }

    /** Writes all that remains in the buffer. */
    static void write(FileChannel file, long position, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            ByteBuffer slice = bytes.slice(bytes.position(), Math.min(SLICE, bytes.remaining()));
            int written = file.write(slice, at);
            bytes.position(bytes.position() + written);
            at += written;
        }
    }
}
