package fr.brume.protocol.tftp;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** One transfer's use of an open file. Reads name their offset, so users of one channel do not disturb one another. */
final class FileContent implements Content {
    private final FileChannel channel;
    private final long size;
    private final Closeable release;
    private boolean closed;

    FileContent(FileChannel channel, long size, Closeable release) {
        this.channel = channel;
        this.size = size;
        this.release = release;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        int limit = target.limit();
        long wanted = Math.max(0, Math.min(target.remaining(), size - offset));
        target.limit(target.position() + (int) wanted);
        long at = offset;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was sent");
            }
            at += count;
        }
        target.limit(limit);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            release.close();
        }
    }
}
