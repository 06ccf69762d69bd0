package fr.brume.agent.deploy;

import fr.brume.agent.compare.StoredRegion;
import java.util.BitSet;

/** How far a partition has come; outlives lost connections. Safe for threads. */
final class Restored {
    private final BitSet done = new BitSet();
    private final BitSet written = new BitSet();
    private long bytes;

    /** What was fetched is on the disk. */
    synchronized void written(StoredRegion region) {
        written.set(region.ordinal());
        found(region);
    }

    /** The disk has it already. */
    synchronized void found(StoredRegion region) {
        done.set(region.ordinal());
        bytes += region.entry().contentLength();
    }

    synchronized boolean has(StoredRegion region) {
        return done.get(region.ordinal());
    }

    synchronized boolean wrote(StoredRegion region) {
        return written.get(region.ordinal());
    }

    /** Bytes of content that are in place. */
    synchronized long bytes() {
        return bytes;
    }
}
