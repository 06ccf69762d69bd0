package fr.brume.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes an address wait that tried too many passwords: from the tenth failure in five minutes, ten seconds, and with each further
 * one twice as long, up to five minutes. Kept by each node for itself, since forgetting it costs nothing. Safe for threads.
 */
@ApplicationScoped
public class LoginThrottle {
    /** Failures within {@link #MEMORY} that are forgiven, minus one. */
    public static final int MOST_FAILURES = 10;

    /** A failure is forgotten after this time without another. */
    static final Duration MEMORY = Duration.ofMinutes(5);

    static final Duration FIRST_WAIT = FailureBackoff.FIRST_WAIT;
    private static final int MOST_ADDRESSES = 8192;

    private final FailureBackoff addresses = new FailureBackoff(MOST_FAILURES, MEMORY, MEMORY, MOST_ADDRESSES);

    /** How long this address must still wait at this moment; zero when it need not. */
    public Duration waiting(String address, Instant now) {
        return addresses.left(address, now);
    }

    /**
     * Counts a failure.
     *
     * @return whether it is the one that a waiting time begins with
     */
    boolean failed(String address, Instant now) {
        return addresses.attempt(address, now) == MOST_FAILURES;
    }
}
