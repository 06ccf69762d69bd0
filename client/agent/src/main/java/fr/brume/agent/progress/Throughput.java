package fr.brume.agent.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes per second over the last ten seconds. Not safe for threads. */
final class Throughput {
    private static final long WINDOW_NANOS = 10_000_000_000L;

    private record Sample(long nanos, long bytes) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Takes note of the counter now and says the rate since the oldest sample of the window. */
    long rate(long nanos, long bytes) {
        samples.addLast(new Sample(nanos, bytes));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample oldest = samples.getFirst();
        long time = nanos - oldest.nanos;
        return time <= 0 ? 0 : Math.max(0, Math.round((bytes - oldest.bytes) * 1e9 / time));
    }
}
