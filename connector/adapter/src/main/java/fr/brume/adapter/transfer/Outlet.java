package fr.brume.adapter.transfer;

import fr.brume.protocol.transfer.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The one thing that is on its way to a socket: a buffer, written on the loop, or a stretch of a file, sent on the pool. */
final class Outlet {
    private final SocketChannel socket;
    private ByteBuffer buffer;
    private FileSender file;
    private long lastSent;
    private long lastNanos;

    Outlet(SocketChannel socket) {
        this.socket = socket;
    }

    void put(Step.Send send) {
        buffer = send.bytes();
    }

    void put(Step.SendFile stretch) {
        file = new FileSender(stretch);
    }

    boolean isEmpty() {
        return buffer == null && file == null;
    }

    /** Whether the pool is needed to go on. */
    boolean holdsFile() {
        return file != null;
    }

    /** Writes what the socket takes of a buffer; on the loop. */
    int write() throws IOException {
        if (buffer == null) {
            return 0;
        }
        int count = socket.write(buffer);
        if (!buffer.hasRemaining()) {
            buffer = null;
        }
        return count;
    }

    /** Bytes of the file that have not gone. */
    long fileLeft() {
        return file.left();
    }

    /** Sends what the socket takes of the file, at most so many bytes; on the pool, or where the disk will not be waited for. */
    void sendFile(long most) {
        long start = System.nanoTime();
        long before = file.sent();
        file.send(socket, before + most);
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
