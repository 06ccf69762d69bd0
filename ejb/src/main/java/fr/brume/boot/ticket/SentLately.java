package fr.brume.boot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent to whom a moment ago, so that a request that the network delivered twice is answered twice with the same and not
 * with something newer. Keeps nothing longer than that. Safe for threads.
 *
 * @param <K> what tells one request from another
 * @param <V> what was sent
 */
public final class SentLately<K, V> {
    private record Sent<V>(V what, Instant until) {}

    private final InstantSource clock;
    private final Duration life;
    private final int capacity;
    private final Map<K, Sent<V>> sent = new LinkedHashMap<>();

    /**
     * Nothing was sent yet.
     *
     * @param life of what was sent
     * @param capacity answers kept at most; the oldest is forgotten first
     */
    public SentLately(InstantSource clock, Duration life, int capacity) {
        this.clock = clock;
        this.life = life;
        this.capacity = capacity;
    }

    /** What this request was answered with. */
    public synchronized Optional<V> find(K request) {
        forgetOld();
        return Optional.ofNullable(sent.get(request)).map(Sent::what);
    }

    /** This request was answered with this. */
    public synchronized void keep(K request, V what) {
        forgetOld();
        if (sent.size() >= capacity) {
            sent.remove(sent.keySet().iterator().next());
        }
        sent.put(request, new Sent<>(what, clock.instant().plus(life)));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        sent.values().removeIf(answer -> !now.isBefore(answer.until()));
    }
}
