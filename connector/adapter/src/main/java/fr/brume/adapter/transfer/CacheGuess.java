package fr.brume.adapter.transfer;

/**
 * Guesses from how long the last pieces took whether the next one comes out of the kernel's cache. Then the loop sends it itself: two
 * changes of thread for every filling of a socket cost more of the processor than the sending. A wrong guess makes all transfers wait
 * for the disk, so it is kept cheap: pieces are short, each stretch begins on the pool, and after one piece for which the disk was
 * waited for the pool has its turn again. On the loop's thread only.
 */
final class CacheGuess {
    /** Bytes that the loop sends of one connection before it looks at the others; no more than a socket's buffer usually takes. */
    static final long PIECE = 256 << 10;

    /** Above this, and a nanosecond for each byte, a disk was waited for. */
    private static final long SLOW_NANOS = 1_000_000;

    private static final int ENOUGH = 4;

    private int quick;

    /** Another stretch, of this file or another: what was quick before says little of it, so its first piece is the pool's. */
    void begin() {
        quick = Math.min(quick, ENOUGH - 1);
    }

    /** Whether the next piece will hardly wait for the disk. */
    boolean cached() {
        return quick >= ENOUGH;
    }

    /** A piece was sent; nothing is learnt from none. */
    void sent(long bytes, long nanos) {
        if (bytes > 0) {
            quick = nanos > SLOW_NANOS + bytes ? 0 : quick + 1;
        }
    }
}
