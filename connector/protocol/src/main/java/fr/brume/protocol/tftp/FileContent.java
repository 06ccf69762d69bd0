package fr.brume.protocol.tftp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/** One transfer's use of an open file. It holds at most one chunk of {@value ReadAhead#SIZE} bytes, and none before the first read. */
final class FileContent implements Content {
    private final SharedFile file;
    private final Closeable release;
    private SharedFile.Chunk chunk;
    private boolean closed;

    FileContent(SharedFile file, Closeable release) {
        this.file = file;
        this.release = release;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(long offset, ByteBuffer target) throws IOException {
        if (closed) {
            // A chunk taken now would be given back by nobody.
            throw new ClosedChannelException();
        }
        int wanted = (int) Math.max(0, Math.min(target.remaining(), file.size() - offset));
        if (wanted > ReadAhead.SIZE / 2) {
            int limit = target.limit();
            file.readFully(offset, target.limit(target.position() + wanted));
            target.limit(limit);
        } else {
            for (int done = 0; done < wanted; ) {
                done += copy(offset + done, wanted - done, target);
            }
        }
    }

    /** Gives how many bytes were copied: as far as the chunk goes. */
    private int copy(long offset, int wanted, ByteBuffer target) throws IOException {
        if (chunk == null || !chunk.holds(offset)) {
            SharedFile.Chunk next = file.take(offset);
            leaveChunk();
            chunk = next;
        }
        int from = (int) (offset % ReadAhead.SIZE);
        int count = Math.min(wanted, chunk.bytes().limit() - from);
        target.put(target.position(), chunk.bytes(), from, count).position(target.position() + count);
        return count;
    }

    private void leaveChunk() {
        if (chunk != null) {
            file.giveBack(chunk);
            chunk = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            leaveChunk();
            release.close();
        }
    }
}
