package fr.brume.service.image;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far the reading of a version is.
 *
 * @param running whether it has begun; otherwise it waits for its turn
 * @param done bytes read
 * @param total bytes to read; 0 while it waits
 * @param rate bytes in a second so far
 */
public record VerificationProgress(boolean running, long done, long total, long rate) implements Serializable {
    static final VerificationProgress WAITING = new VerificationProgress(false, 0, 0, 0);

    static VerificationProgress of(long done, long total, Duration elapsed) {
        long millis = Math.max(1, elapsed.toMillis());
        return new VerificationProgress(true, done, total, (long) (done * 1000.0 / millis));
    }

    /** Whole percent. */
    public int percent() {
        return total == 0 ? 0 : (int) (100.0 * done / total);
    }

    /** Seconds at this rate; 0 when it cannot be told. */
    public long remaining() {
        return rate == 0 ? 0 : (total - done) / rate;
    }
}
