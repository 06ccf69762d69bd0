package fr.brume.protocol.link;

/** The resource adapter could not do what was asked; the message is for logs. */
public class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
