package fr.brume.adapter.transfer;

import java.util.concurrent.TimeUnit;

/** Until when a connection must have done something; in nanoseconds of the loop's clock. */
final class Deadline {
    private static final long LINGER = TimeUnit.SECONDS.toNanos(2);

    private final long handshake;
    private final long idle;
    private long until;
    private boolean proven;
    private boolean last;

    Deadline(TransferLimits limits, long now) {
        handshake = TimeUnit.SECONDS.toNanos(limits.handshakeSeconds());
        idle = TimeUnit.SECONDS.toNanos(limits.idleSeconds());
        until = now + handshake;
    }

    /** The key is proved: from now on each sign of life counts. Bytes before that buy no time. */
    void proven(long now) {
        proven = true;
        progress(now);
    }

    /** Something was received or sent. */
    void progress(long now) {
        if (proven && !last) {
            until = now + idle;
        }
    }

    /** Only the peer's end is awaited. */
    void linger(long now) {
        last = true;
        until = now + LINGER;
    }

    boolean passed(long now) {
        return now - until >= 0;
    }
}
