package fr.brume.service.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long somebody who guesses must wait: nothing for the first tries, then a time that doubles with every further one. An
 * attempt counts as soon as it is let in, so that many at once gain nothing; success takes it back. Safe for threads.
 */
final class FailureBackoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 20;

    private record Tried(int times, Instant last) {}

    private final InstantSource clock;
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
    FailureBackoff(InstantSource clock, int free, Duration longest, Duration memory, int capacity) {
        this.clock = clock;
        this.free = free;
        this.longest = longest;
        this.memory = memory;
        this.tried = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tried> eldest) {
                return size() > capacity;
            }
        };
    }

    /** How long this subject must still wait; zero when it may try now. */
    synchronized Duration left(String subject) {
        Tried before = remembered(subject);
        if (before.times() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(before.times() - free, MOST_DOUBLINGS);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        Instant end = before.last().plus(wait.compareTo(longest) < 0 ? wait : longest);
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** One more attempt is let in. */
    synchronized void attempt(String subject) {
        tried.put(subject, new Tried(remembered(subject).times() + 1, clock.instant()));
    }

    /** The attempt was right: it does not count. */
    synchronized void takeBack(String subject) {
        Tried before = remembered(subject);
        tried.put(subject, new Tried(Math.max(0, before.times() - 1), before.last()));
    }

    /** The subject showed that it is who it says. */
    synchronized void forgive(String subject) {
        tried.remove(subject);
    }

    private Tried remembered(String subject) {
        Instant now = clock.instant();
        Tried before = tried.get(subject);
        return before == null || before.last().plus(memory).isBefore(now) ? new Tried(0, now) : before;
    }
}
