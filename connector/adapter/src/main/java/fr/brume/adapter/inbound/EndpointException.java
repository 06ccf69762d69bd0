package fr.brume.adapter.inbound;

/** The bean could not answer: none is active, its pool is exhausted, or it failed. The machine is told to try again. */
public class EndpointException extends Exception {
    private static final long serialVersionUID = 1L;

    public EndpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
