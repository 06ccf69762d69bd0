package fr.brume.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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

    static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int MOST_ADDRESSES = 8192;

    private record Failures(int count, Instant last, Instant until) {}

    private final Map<String, Failures> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** How long this address must still wait at this moment; zero when it need not. */
    public synchronized Duration waiting(String address, Instant now) {
        Failures failures = addresses.get(address);
        return failures == null || !now.isBefore(failures.until())
                ? Duration.ZERO
                : Duration.between(now, failures.until());
    }

    /**
     * Counts a failure.
     *
     * @return whether it is the one that a waiting time begins with
     */
    synchronized boolean failed(String address, Instant now) {
        Failures before = addresses.get(address);
        boolean fresh = before == null || before.last().plus(MEMORY).isBefore(now);
        int count = fresh ? 1 : before.count() + 1;
        addresses.put(address, new Failures(count, now, now.plus(wait(count))));
        return count == MOST_FAILURES;
    }

    private static Duration wait(int count) {
        if (count < MOST_FAILURES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(10, count - MOST_FAILURES));
        return wait.compareTo(MEMORY) > 0 ? MEMORY : wait;
    }
}
