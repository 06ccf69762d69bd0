package fr.brume.adapter.transfer;

import fr.brume.protocol.transfer.Step;
import java.io.EOFException;
import java.io.IOException;

/**
 * Moves a stretch of a file onto a line; on a pool thread, or on the loop where the disk will hardly be waited for. The owner hands it
 * from one thread to another and looks at it only in between.
 */
final class FileSender {
    private final Step.SendFile stretch;
    private long sent;
    private IOException trouble;

    FileSender(Step.SendFile stretch) {
        this.stretch = stretch;
    }

    /** Sends as much as the line takes now, at most up to this byte of the stretch. Never throws: {@link #outcome} tells. */
    void send(Line line, long until) {
        try {
            long count = 1;
            while (count > 0 && sent < until) {
                count = line.send(stretch.file(), stretch.offset() + sent, until - sent);
                sent += count;
            }
            if (count <= 0 && stretch.offset() + sent >= stretch.file().size()) {
                trouble = new EOFException("the file became shorter while it was sent");
            }
        } catch (IOException e) {
            trouble = e;
        }
    }

    /**
     * Whether all has gone; otherwise the line was full.
     *
     * @throws IOException what went wrong, in the file or on the line
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
