package fr.brume.service.log;

import fr.brume.protocol.BoundedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What was said about whom a moment ago, so that a machine that asks again and again fills no log. Safe for threads. */
public final class SaidLately {
    private record Said(Object what, Instant until) {}

    private final InstantSource clock;
    private final Duration quiet;
    private final Map<String, Said> said;

    /**
     * Nothing was said yet.
     *
     * @param quiet for how long the same is not said again
     * @param capacity subjects remembered at most; the oldest is forgotten first
     */
    public SaidLately(InstantSource clock, Duration quiet, int capacity) {
        this.clock = clock;
        this.quiet = quiet;
        this.said = BoundedMap.ofFirst(capacity);
    }

    /** Whether this should be said about this subject; it counts as said from now on. */
    public synchronized boolean isNew(String subject, Object what) {
        Said last = said.get(subject);
        Instant now = clock.instant();
        if (last != null && last.what().equals(what) && now.isBefore(last.until())) {
            return false;
        }
        said.put(subject, new Said(what, now.plus(quiet)));
        return true;
    }
}
