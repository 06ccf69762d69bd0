package fr.brume.adapter.transfer;

import fr.brume.protocol.tls.Pin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The way of a connection's bytes between its socket, which does not block, and its state machine. On the loop's thread only, but for
 * {@link #send}, while which nothing is written.
 */
interface Line {
    /** Bytes for the state machine, into a buffer of {@link TransferDesk#buffer}; 0 when there are none now, -1 at the end. */
    int read(ByteBuffer into) throws IOException;

    /** Takes what it can of these bytes now; returns how many. */
    int write(ByteBuffer from) throws IOException;

    /**
     * Takes what it can of this stretch of a file now, 0 when the socket is full; on a pool thread, since the disk may be slow, or on the
     * loop where it hardly is and nothing is encrypted.
     */
    long send(FileChannel file, long offset, long length) throws IOException;

    /** Whether all that was taken has left. */
    boolean isEmpty();

    /** Whether it carries bytes of the state machine yet, which it does not while it shakes hands. */
    boolean isReady();

    /** Whether it waits for the pool. */
    boolean isBusy();

    /** What the key is known by that this side showed; empty on a bare socket. */
    Optional<Pin> pin();

    default boolean isEncrypted() {
        return pin().isPresent();
    }

    /** Nothing more is written. */
    void end() throws IOException;
}
