package fr.brume.agent.server;

import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.progress.Waiting;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;

/**
 * Asks again after what may pass by itself, mostly a server that is away, with a delay that doubles from one second to fifteen. A server that restarts is met
 * again within one delay; one that stays away for longer than the limit fails the call. Safe for threads.
 */
public final class Retry {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final ConnectionState state;
    private final Waiting waiting;
    private final Duration limit;

    /** @param limit sum of the delays after which the last failure is thrown */
    public Retry(ConnectionState state, Waiting waiting, Duration limit) {
        this.state = state;
        this.waiting = waiting;
        this.limit = limit;
    }

    /** One request. */
    @FunctionalInterface
    public interface Request<T> {
        T send() throws FailureException;
    }

    public <T> T until(Request<T> request) throws FailureException {
        Duration waited = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            try {
                T answer = request.send();
                state.connected();
                return answer;
            } catch (FailureException e) {
                if (!passing(e) || waited.compareTo(limit) >= 0) {
                    throw e;
                }
            }
            state.lost(attempt);
            Duration delay = delay(attempt);
            waiting.pause(delay);
            waited = waited.plus(delay);
        }
    }

    /** Whether the request is sent again after this. */
    static boolean passing(FailureException failure) {
        return failure.failure().retriable();
    }

    static Duration delay(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempt - 1, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
