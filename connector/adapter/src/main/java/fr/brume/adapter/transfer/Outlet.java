package fr.brume.adapter.transfer;

import fr.brume.protocol.transfer.Step;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The one thing that is on its way to a line: a buffer, written on the loop, or a stretch of a file, sent on the pool. */
final class Outlet {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Line line;
    private ByteBuffer buffer;
    private FileSender file;
    private long lastSent;
    private long lastNanos;

    Outlet(Line line) {
        this.line = line;
    }

    void put(Step.Send send) {
        buffer = send.bytes();
    }

    void put(Step.SendFile stretch) {
        file = new FileSender(stretch);
    }

    boolean isEmpty() {
        return buffer == null && file == null && line.isEmpty();
    }

    /** Whether the pool is needed to go on. */
    boolean holdsFile() {
        return file != null;
    }

    /** Writes what the line takes of a buffer, and what it still holds of before; on the loop. */
    int write() throws IOException {
        if (buffer == null && line.isEmpty()) {
            return 0;
        }
        int count = line.write(buffer == null ? NOTHING : buffer);
        if (buffer != null && !buffer.hasRemaining()) {
            buffer = null;
        }
        return count;
    }

    /** Bytes of the file that have not gone. */
    long fileLeft() {
        return file.left();
    }

    /** Sends what the line takes of the file, at most so many bytes; on the pool, or where neither disk nor cipher will be waited for. */
    void sendFile(long most) {
        long start = System.nanoTime();
        long before = file.sent();
        file.send(line, before + most);
        lastSent = file.sent() - before;
        lastNanos = System.nanoTime() - start;
    }

    /**
     * After {@link #sendFile}, on the loop again.
     *
     * @return bytes that it sent
     */
    long fileSent() throws IOException {
        if (file.outcome()) {
            file = null;
        }
        return lastSent;
    }

    /** Nanoseconds that {@link #sendFile} took. */
    long fileNanos() {
        return lastNanos;
    }
}
