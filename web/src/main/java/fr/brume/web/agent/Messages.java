package fr.brume.web.agent;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;

/** Checks on what arrived as a message. */
final class Messages {
    private Messages() {}

    /** The message; an empty body binds to none. */
    static <T> T required(T message) throws FailureException {
        if (message == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "JSON");
        }
        return message;
    }
}
