package fr.brume.bench.relay;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Packets from one interface on their way to another one, each for the same time. Not safe for threads. */
final class Direction {
    private static final int PLACES = 1 << 13;
    /** Bytes of a packet: the largest of IPv4 with what is said of it before. */
    private static final int LARGEST = 65_536 + 64;
    /** Bytes on their way; a packet that would go over the end begins at the start. */
    private static final int ROOM = 1 << 24;
    /** Packets read in one go: the other direction must not wait for long. */
    private static final int BATCH = 64;

    private final int from;
    private final int to;
    private final long delay;
    private final Memory packets = new Memory(ROOM);
    private final long start = Pointer.nativeValue(packets);
    private final int[] offsets = new int[PLACES];
    private final int[] lengths = new int[PLACES];
    private final long[] due = new long[PLACES];
    private long read;
    private long written;
    private int end;
    private int held;

    /** Both are what {@link Kernel#tun} gave; the delay is in nanoseconds. */
    Direction(int from, int to, long delay) {
        this.from = from;
        this.to = to;
        this.delay = delay;
        packets.clear();
    }

    /** Takes what has come and gives on what is due at this moment, in nanoseconds. */
    void turn(long now) {
        for (int i = 0; i < BATCH && read - written < PLACES && held < ROOM - 2 * LARGEST; i++) {
            int length = (int) Kernel.read(from, start + end, LARGEST);
            if (length <= 0) {
                break;
            }
            keep(length, now + delay);
        }
        while (written < read && now - due[(int) (written % PLACES)] >= 0) {
            int place = (int) (written % PLACES);
            Kernel.write(to, start + offsets[place], lengths[place]);
            held -= lengths[place];
            written++;
        }
    }

    private void keep(int length, long moment) {
        int place = (int) (read % PLACES);
        offsets[place] = end;
        lengths[place] = length;
        due[place] = moment;
        held += length;
        end = end + length > ROOM - LARGEST ? 0 : end + length;
        read++;
    }
}
