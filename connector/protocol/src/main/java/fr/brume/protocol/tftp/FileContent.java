package fr.brume.protocol.tftp;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * One transfer's use of an open file. Reads name their offset, so users of one channel do not disturb one another. It reads on behind what was asked for, and holds at
 * most {@value ReadAhead#SIZE} bytes for that, none of them before the first read.
 */
final class FileContent implements Content {
    private final FileChannel channel;
    private final long size;
    private final ReadAhead buffers;
    private final Closeable release;
    private ByteBuffer ahead;
    private long aheadAt;
    private boolean closed;

    FileContent(FileChannel channel, long size, ReadAhead buffers, Closeable release) {
        this.channel = channel;
        this.size = size;
        this.buffers = buffers;
        this.release = release;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        int wanted = (int) Math.max(0, Math.min(target.remaining(), size - offset));
        if (wanted > ReadAhead.SIZE / 2) {
            readFully(offset, target, wanted);
        } else if (wanted > 0) {
            if (ahead == null || offset < aheadAt || offset + wanted > aheadAt + ahead.limit()) {
                fill(offset);
            }
            int from = (int) (offset - aheadAt);
            target.put(target.position(), ahead, from, wanted).position(target.position() + wanted);
        }
    }

    private void fill(long offset) throws IOException {
        if (ahead == null) {
            ahead = buffers.take();
        }
        aheadAt = offset;
        ahead.clear();
        try {
            readFully(offset, ahead, (int) Math.min(ahead.capacity(), size - offset));
        } finally {
            ahead.flip();
        }
    }

    private void readFully(long offset, ByteBuffer target, int count) throws IOException {
        int limit = target.limit();
        target.limit(target.position() + count);
        long at = offset;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was sent");
            }
            at += read;
        }
        target.limit(limit);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (ahead != null) {
                buffers.giveBack(ahead);
                ahead = null;
            }
            release.close();
        }
    }
}
