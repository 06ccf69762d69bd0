package fr.brume.protocol.tftp;

import java.util.concurrent.TimeUnit;

/**
 * When to send again, in nanoseconds of the caller's clock. The waiting time follows the measured round trip as in RFC 6298 (with
 * a smaller minimum, since boot networks are local), doubles with each retransmission, and ends in giving up. A time that the client
 * asked for by option (RFC 2349) is kept as it is.
 */
final class RetransmissionTimer {
    private static final long INITIAL = TimeUnit.SECONDS.toNanos(1);
    /**
     * For the option acknowledgement. A client that missed it asks again, one whose answer was lost answers again, both after some
     * seconds; some (atftp) give up when they see the packet twice. So the client goes first.
     */
    private static final long OPTIONS = TimeUnit.SECONDS.toNanos(6);

    private static final long MINIMUM = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long MAXIMUM = TimeUnit.SECONDS.toNanos(8);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    /** Before the first answer a forged address is likelier than a slow machine, which asks again anyway. */
    private static final long FIRST_PATIENCE = TimeUnit.SECONDS.toNanos(12);

    private final long fixed;
    private long smoothed = -1;
    private long variation;
    private long timeout = INITIAL;
    private long sentAt;
    private long progressAt;
    private boolean heard;

    /** A timer that starts now; {@code seconds} is the client's option, 0 for none. */
    RetransmissionTimer(int seconds, boolean withOptions, long now) {
        fixed = TimeUnit.SECONDS.toNanos(seconds);
        timeout = withOptions ? Math.max(OPTIONS, 2 * fixed) : INITIAL;
        sentAt = now;
        progressAt = now;
    }

    void sent(long now) {
        sentAt = now;
    }

    /** The client has acknowledged something new. */
    void progress(long now, boolean measurable) {
        if (measurable) {
            measure(Math.max(0, now - sentAt));
        }
        timeout = fixed > 0 ? fixed : estimate();
        progressAt = now;
        sentAt = now;
        heard = true;
    }

    /** One more retransmission: waits longer for the next. */
    void backOff(long now) {
        timeout = heard && fixed > 0 ? fixed : Math.min(MAXIMUM, timeout * 2);
        sentAt = now;
    }

    long deadline() {
        return sentAt + timeout;
    }

    /** Whether the last packet went so long ago that sending it once more on request does no harm. */
    boolean rested(long now) {
        return now - sentAt >= MINIMUM;
    }

    boolean due(long now) {
        return now - deadline() >= 0;
    }

    boolean exhausted(long now) {
        long patience = heard ? PATIENCE : FIRST_PATIENCE;
        return now - progressAt >= Math.max(patience, 3 * fixed);
    }

    /** Whether the client was heard within this many nanoseconds. */
    boolean heardWithin(long nanoseconds, long now) {
        return heard && now - progressAt < nanoseconds;
    }

    boolean heard() {
        return heard;
    }

    private void measure(long sample) {
        if (smoothed < 0) {
            smoothed = sample;
            variation = sample / 2;
        } else {
            variation += (Math.abs(sample - smoothed) - variation) / 4;
            smoothed += (sample - smoothed) / 8;
        }
    }

    private long estimate() {
        return smoothed < 0 ? INITIAL : Math.max(MINIMUM, Math.min(MAXIMUM, smoothed + 4 * variation));
    }
}
