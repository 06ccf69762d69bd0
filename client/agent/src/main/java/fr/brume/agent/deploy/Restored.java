package fr.brume.agent.deploy;

import fr.brume.protocol.image.KeptHead;
import java.util.BitSet;

/** How far a partition has come; outlives lost connections. Safe for threads. */
final class Restored {
    private final BitSet written = new BitSet();
    private long bytes;
    private KeptHead head;

    synchronized void written(WantedRegion region) {
        written.set(region.ordinal());
        bytes += region.entry().contentLength();
    }

    synchronized boolean has(int ordinal) {
        return written.get(ordinal);
    }

    /** Bytes of content written. */
    synchronized long bytes() {
        return bytes;
    }

    /** The map of used blocks, once it was fetched and checked; else null. */
    synchronized KeptHead head() {
        return head;
    }

    synchronized void head(KeptHead fetched) {
        head = fetched;
    }
}
