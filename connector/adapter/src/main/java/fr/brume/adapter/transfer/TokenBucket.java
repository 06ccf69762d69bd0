package fr.brume.adapter.transfer;

import java.util.concurrent.TimeUnit;

/**
 * Bytes that may go now, at a rate. What was not used for a second is lost: a disk that stalls for a moment costs nothing, and no long burst follows
 * a pause. More than there is may be taken, and is then waited for. Times in nanoseconds of one clock. On the loop's thread only.
 */
final class TokenBucket {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private long rate;
    private double tokens;
    private long filledAt;

    /** An empty one. */
    TokenBucket(long now) {
        filledAt = now;
    }

    /** @param bytesPerSecond above 0 */
    void rate(long bytesPerSecond) {
        rate = bytesPerSecond;
    }

    /** Bytes that may go at this moment; 0 or less for none. */
    long available(long now) {
        tokens = Math.min((double) rate, tokens + (now - filledAt) * rate / SECOND);
        filledAt = now;
        return (long) Math.floor(tokens);
    }

    /** Bytes that go, or with a negative number did not go after all. */
    void take(long bytes) {
        tokens -= bytes;
    }
}
