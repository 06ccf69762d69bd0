package fr.brume.agent.server;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;

/** The server said no, in the site's language. It knows already: such a failure need not be reported to it again. */
public final class RefusedException extends FailureException {
    private static final long serialVersionUID = 1L;

    private final String text;

    public RefusedException(Failure failure, String text) {
        super(failure);
        this.text = text == null ? "" : text;
    }

    /** What the server said; may be empty. */
    public String text() {
        return text;
    }
}
