package fr.brume.web.agent;

import java.io.IOException;

/** More came than a message may have. */
final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLongException(long limit) {
        super("the message is longer than " + limit + " bytes");
        this.limit = limit;
    }

    /** Bytes that were allowed. */
    long limit() {
        return limit;
    }

    /** The one behind what a reader of messages made of it; null for none. */
    static TooLongException behind(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof TooLongException)) {
            cause = cause.getCause();
        }
        return (TooLongException) cause;
    }
}
