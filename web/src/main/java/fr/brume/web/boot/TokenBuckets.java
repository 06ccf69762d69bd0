package fr.brume.web.boot;

import fr.brume.protocol.BoundedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Limits how often each client may ask: a bucket of tokens per address, refilled steadily. Safe for threads. */
final class TokenBuckets {
    private record Bucket(double tokens, Instant at) {}

    private final InstantSource clock;
    private final int burst;
    private final double perMilli;
    private final Map<String, Bucket> buckets;

    /**
     * Full buckets for everybody.
     *
     * @param burst requests at once
     * @param perSecond requests in the long run
     * @param capacity clients remembered at most; the one that asked longest ago is forgotten first, which fills its bucket
     */
    TokenBuckets(InstantSource clock, int burst, int perSecond, int capacity) {
        this.clock = clock;
        this.burst = burst;
        this.perMilli = perSecond / 1000.0;
        this.buckets = BoundedMap.ofUsed(capacity);
    }

    /** Takes a token; false when this client has none left. */
    synchronized boolean take(String client) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(burst, now));
        double passed = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        double tokens = Math.min(burst, bucket.tokens() + passed * perMilli);
        boolean taken = tokens >= 1;
        buckets.put(client, new Bucket(taken ? tokens - 1 : tokens, now));
        return taken;
    }
}
