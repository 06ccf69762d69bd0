package fr.brume.service.account;

import fr.brume.protocol.BoundedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long somebody who guesses must wait: nothing for the first tries, then a time that doubles with every further one. An
 * attempt counts as soon as it is let in, so that many at once gain nothing; success takes it back. Safe for threads.
 */
final class FailureBackoff {
    static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 20;

    private record Tried(int times, Instant last) {}

    private final int free;
    private final Duration longest;
    private final Duration memory;
    private final Map<String, Tried> tried;

    /**
     * Nobody tried yet.
     *
     * @param free attempts without a wait
     * @param longest wait
     * @param memory after so long without an attempt, everything is forgiven
     * @param capacity subjects remembered at most; the one that tried longest ago is forgotten first
     */
    FailureBackoff(int free, Duration longest, Duration memory, int capacity) {
        this.free = free;
        this.longest = longest;
        this.memory = memory;
        this.tried = BoundedMap.ofUsed(capacity);
    }

    /** How long this subject must still wait at this moment; zero when it need not. */
    synchronized Duration left(String subject, Instant now) {
        Tried before = remembered(subject, now);
        if (before.times() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(before.times() - free, MOST_DOUBLINGS);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        Instant end = before.last().plus(wait.compareTo(longest) < 0 ? wait : longest);
        Duration left = Duration.between(now, end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Counts one more attempt and says how many there were, this one with them. */
    synchronized int attempt(String subject, Instant now) {
        int times = remembered(subject, now).times() + 1;
        tried.put(subject, new Tried(times, now));
        return times;
    }

    /** The attempt was right: it does not count. */
    synchronized void takeBack(String subject, Instant now) {
        Tried before = remembered(subject, now);
        tried.put(subject, new Tried(Math.max(0, before.times() - 1), before.last()));
    }

    /** The subject showed that it is who it says. */
    synchronized void forgive(String subject) {
        tried.remove(subject);
    }

    private Tried remembered(String subject, Instant now) {
        Tried before = tried.get(subject);
        return before == null || before.last().plus(memory).isBefore(now) ? new Tried(0, now) : before;
    }
}
