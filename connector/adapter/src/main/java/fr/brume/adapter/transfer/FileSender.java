package fr.brume.adapter.transfer;

import fr.brume.protocol.transfer.Step;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * Moves a stretch of a file to a socket that does not block; on a pool thread, since the disk may be slow. The kernel copies from
 * its cache to the socket by itself: on loopback large writes measure faster, but would need a buffer for each connection. The
 * owner hands it from one thread to another and looks at it only in between.
 */
final class FileSender {
    private final Step.SendFile stretch;
    private long sent;
    private IOException trouble;

    FileSender(Step.SendFile stretch) {
        this.stretch = stretch;
    }

    /** Sends as much as the socket takes now, at most up to this byte of the stretch. Never throws: {@link #outcome} tells. */
    void send(SocketChannel socket, long until) {
        try {
            long count = 1;
            while (count > 0 && sent < until) {
                count = stretch.file().transferTo(stretch.offset() + sent, until - sent, socket);
                sent += count;
            }
            if (!done() && stretch.offset() + sent >= stretch.file().size()) {
                trouble = new EOFException("the file became shorter while it was sent");
            }
        } catch (IOException e) {
            trouble = e;
        }
    }

    /**
     * Whether all has gone; otherwise the socket was full.
     *
     * @throws IOException what went wrong, in the file or on the socket
     */
    boolean outcome() throws IOException {
        if (trouble != null) {
            throw trouble;
        }
        return done();
    }

    long sent() {
        return sent;
    }

    long left() {
        return stretch.length() - sent;
    }

    private boolean done() {
        return sent == stretch.length();
    }
}
