package fr.brume.protocol.tftp;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * An open file that many transfers read. What one of them reads ahead serves all that are near it: machines that start together read the disk once. Safe for
 * threads, but for the bytes of a chunk, which nobody changes.
 */
final class SharedFile {
    private final FileChannel channel;
    private final long size;
    private final ReadAhead buffers;
    private final Map<Long, Chunk> chunks = new HashMap<>();

    /** {@value ReadAhead#SIZE} bytes of the file, fewer at its end, from a multiple of that on. */
    static final class Chunk {
        private final long index;
        private final ByteBuffer bytes;
        private int users;

        private Chunk(long index, ByteBuffer bytes) {
            this.index = index;
            this.bytes = bytes;
        }

        /** From the buffer's start to its limit; only to be read by offset. */
        ByteBuffer bytes() {
            return bytes;
        }

        boolean holds(long offset) {
            return offset / ReadAhead.SIZE == index;
        }
    }

    SharedFile(FileChannel channel, long size, ReadAhead buffers) {
        this.channel = channel;
        this.size = size;
        this.buffers = buffers;
    }

    long size() {
        return size;
    }

    /** The chunk with the byte at this offset, to be given back. */
    synchronized Chunk take(long offset) throws IOException {
        long index = offset / ReadAhead.SIZE;
        Chunk chunk = chunks.get(index);
        if (chunk == null) {
            chunk = new Chunk(index, load(index * ReadAhead.SIZE));
            chunks.put(index, chunk);
        }
        chunk.users++;
        return chunk;
    }

    private ByteBuffer load(long from) throws IOException {
        ByteBuffer bytes = buffers.take();
        bytes.clear().limit((int) Math.min(ReadAhead.SIZE, size - from));
        try {
            readFully(from, bytes);
            return bytes.flip();
        } catch (IOException e) {
            buffers.giveBack(bytes);
            throw e;
        }
    }

    synchronized void giveBack(Chunk chunk) {
        chunk.users--;
        if (chunk.users == 0) {
            chunks.remove(chunk.index);
            buffers.giveBack(chunk.bytes);
        }
    }

    /** Fills the buffer's remaining space from this offset of the file. */
    void readFully(long offset, ByteBuffer target) throws IOException {
        long at = offset;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was sent");
            }
            at += read;
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
