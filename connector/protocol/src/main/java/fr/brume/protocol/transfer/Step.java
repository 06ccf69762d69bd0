package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferHello;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What a {@link ServerConnection} asks of whoever owns its socket. */
public sealed interface Step {
    /** Write all that remains of the buffer to the socket. */
    record Send(ByteBuffer bytes) implements Step {}

    /** Write a stretch of a file to the socket; the channel belongs to the connection. */
    record SendFile(FileChannel file, long offset, int length) implements Step {}

    /** Ask the application, then call {@link ServerConnection#authorised}. */
    record Authorise(TransferHello hello) implements Step {}

    /** Run this on a pool thread; it may block and never throws. Then call {@link ServerConnection#completed}. */
    record Work(Runnable job) implements Step {}

    /**
     * The last step: close the socket, then call {@link ServerConnection#closed}. Shut the output down first and drop what
     * still arrives until the peer closes or a second has passed: a reset would overtake the failure that was just sent.
     */
    record Close(FailureException failure) implements Step {}
}
