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

    /** Sends what the socket takes of the file; on the pool. */
    void sendFile() {
        file.send(socket);
    }

    /** After {@link #sendFile}, on the loop again. */
    void fileSent() throws IOException {
        if (file.outcome()) {
            file = null;
        }
    }
}
