package fr.brume.bench.relay;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Packets from one interface on their way to another one, each for the same time. Not safe for threads. */
final class Direction {
    private static final int PLACES = 1 << 13;
    private static final int LARGEST = 2048;
    /** Packets read in one go: the other direction must not wait for long. */
    private static final int BATCH = 64;

    private final int from;
    private final int to;
    private final long delay;
    private final Memory packets = new Memory((long) PLACES * LARGEST);
    private final long start = Pointer.nativeValue(packets);
    private final int[] lengths = new int[PLACES];
    private final long[] due = new long[PLACES];
    private long read;
    private long written;

    /** Both are what {@link Kernel#tun} gave; the delay is in nanoseconds. */
    Direction(int from, int to, long delay) {
        this.from = from;
        this.to = to;
        this.delay = delay;
        packets.clear();
    }

    /** Takes what has come and gives on what is due at this moment, in nanoseconds. */
    void turn(long now) {
        for (int i = 0; i < BATCH && read - written < PLACES; i++) {
            int place = (int) (read % PLACES);
            int length = (int) Kernel.read(from, start + (long) place * LARGEST, LARGEST);
            if (length <= 0) {
                break;
            }
            lengths[place] = length;
            due[place] = now + delay;
            read++;
        }
        while (written < read && now - due[(int) (written % PLACES)] >= 0) {
            int place = (int) (written % PLACES);
            Kernel.write(to, start + (long) place * LARGEST, lengths[place]);
            written++;
        }
    }
}
