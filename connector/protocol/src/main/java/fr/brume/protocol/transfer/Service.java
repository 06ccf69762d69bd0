package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;

/** Serves the requests of one connection once its key is proved; one request at a time, on any thread. */
interface Service extends AutoCloseable {
    /**
     * The work that answers a request. The message stays valid until the work is done.
     *
     * @throws FailureException when the request does not belong here; ends the connection
     */
    Request.Work serve(Message message) throws FailureException;

    /** Whether it writes, or may come to: no other connection of the task may then. */
    default boolean writes() {
        return false;
    }

    @Override
    void close() throws IOException;
}
