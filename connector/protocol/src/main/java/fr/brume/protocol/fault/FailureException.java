package fr.brume.protocol.fault;

import java.util.List;

/** A failure with the values its text needs, in the order of the placeholders. Its message is for logs, never for users. */
public class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final transient List<String> arguments;

    public FailureException(Failure failure, String... arguments) {
        this(failure, null, arguments);
    }

    public FailureException(Failure failure, Throwable cause, String... arguments) {
        super(failure + " " + List.of(arguments), cause);
        this.failure = failure;
        this.arguments = List.of(arguments);
    }

    public Failure failure() {
        return failure;
    }

    public List<String> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
