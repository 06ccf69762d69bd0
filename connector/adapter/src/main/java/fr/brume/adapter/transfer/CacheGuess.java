package fr.brume.adapter.transfer;

import fr.brume.protocol.transfer.Step;
import java.nio.channels.FileChannel;

/**
 * Guesses from how long the last pieces took whether the next one comes out of the kernel's cache. Then the loop sends it itself: two
 * changes of thread for every filling of a socket cost more of the processor than the sending. A wrong guess makes all transfers wait
 * for the disk, so it is kept cheap: pieces are short, a stretch that does not follow the last one begins on the pool, and after one piece
 * for which the disk was waited for the pool has its turn again. On the loop's thread only.
 */
final class CacheGuess {
    /** Bytes that the loop sends of one connection before it looks at the others; no more than a socket's buffer usually takes. */
    static final long PIECE = 256 << 10;

    /** Above this, and a nanosecond for each byte, a disk was waited for. */
    private static final long SLOW_NANOS = 1_000_000;

    private static final int ENOUGH = 4;

    /** Between stretches that follow each other, bytes: what a frame is padded with. */
    private static final long GAP = 4096;

    private FileChannel file;
    private long end;
    private int quick;

    /**
     * Another stretch. The kernel has read ahead to one that follows the last one; of any other what was quick before says little, so its
     * first piece is the pool's.
     */
    void begin(Step.SendFile stretch) {
        boolean follows = stretch.file() == file && stretch.offset() >= end && stretch.offset() - end < GAP;
        if (!follows) {
            quick = Math.min(quick, ENOUGH - 1);
        }
        file = stretch.file();
        end = stretch.offset() + stretch.length();
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
