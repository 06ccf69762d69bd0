package fr.brume.boot.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How many events a minute may bring, of one subject and in all, so that a flood fills no disk. Safe for threads. */
public final class EventAllowance {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final int perSubject;
    private final int inAll;
    private final Map<String, Integer> taken = new HashMap<>();
    private Instant until = Instant.MIN;
    private int all;

    /**
     * Nothing taken yet.
     *
     * @param perSubject events of one subject in a minute
     * @param inAll events in a minute, which also bounds the subjects remembered
     */
    public EventAllowance(InstantSource clock, int perSubject, int inAll) {
        this.clock = clock;
        this.perSubject = perSubject;
        this.inAll = inAll;
    }

    /** Takes one; false when this minute has no more for this subject. */
    public synchronized boolean take(String subject) {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(PERIOD);
            taken.clear();
            all = 0;
        }
        if (all >= inAll || taken.getOrDefault(subject, 0) >= perSubject) {
            return false;
        }
        all++;
        taken.merge(subject, 1, Integer::sum);
        return true;
    }
}
