package fr.brume.agent.capture;

import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.Optional;

/**
 * The level of compression of a capture, region by region: lower step by step while its processors are what holds it up, up again to
 * the level of the image while the network is. Goes by counts, not by a clock, and passes over the regions that were under way when the level
 * changed. Safe for threads.
 */
final class LevelChoice {
    /** What holds a capture up at a moment. */
    enum Sign {
        /** Regions are not ready, as the processors are busy with them. */
        PROCESSOR,
        /** Regions wait to be sent. */
        NETWORK,
        /** Neither, or the disk. */
        NONE
    }

    private static final int LOWEST = 1;
    /** Signs in a row for a step; a step back up is worth waiting for. */
    static final int DOWN = 8;

    static final int UP = 16;

    private final int highest;
    private final boolean adapts;
    private final int underWay;
    private int level;
    private int lowestUsed;
    private int below;
    private int compressed;
    private boolean unseen;
    private int settling;
    private int signs;
    private Sign last = Sign.NONE;

    /**
     * A choice.
     *
     * @param highest level of the image
     * @param adapts whether another one may be used
     * @param underWay regions that may be under way with the level of before
     */
    LevelChoice(int highest, boolean adapts, int underWay) {
        this.highest = highest;
        this.adapts = adapts;
        this.underWay = underWay;
        this.level = highest;
        this.lowestUsed = highest;
    }

    /**
     * What the one who sends finds when it comes for the next region.
     *
     * @param ready whether that one is there
     * @param packed regions that are, and not sent yet
     * @param packing workers that hash or compress; the others read, or wait for the disk
     * @param workers in all, {@link RegionPool#AT_THE_DISK} more than processors where the memory is large enough
     */
    static Sign sign(boolean ready, int packed, int packing, int workers) {
        if (ready) {
            return packed >= workers ? Sign.NETWORK : Sign.NONE;
        }
        // Where most workers read, the disk is what is slow, and a lower level would gain nothing.
        int busy = Math.max(workers / 2 + 1, workers - RegionPool.AT_THE_DISK);
        return packing >= busy ? Sign.PROCESSOR : Sign.NONE;
    }

    /** The level of a region that is compressed now. */
    synchronized int next() {
        compressed++;
        unseen = true;
        if (level < highest) {
            below++;
            lowestUsed = Math.min(lowestUsed, level);
        }
        return level;
    }

    /** Takes a sign into account; where nothing was compressed since the one before, the level has no part in it. */
    synchronized void met(Sign sign) {
        if (!adapts || !unseen || sign == Sign.NONE) {
            return;
        }
        unseen = false;
        if (settling > 0) {
            settling--;
            return;
        }
        signs = sign == last ? signs + 1 : 1;
        last = sign;
        if (sign == Sign.PROCESSOR && signs >= DOWN && level > LOWEST) {
            step(level - 1);
        } else if (sign == Sign.NETWORK && signs >= UP && level < highest) {
            step(level + 1);
        }
    }

    private void step(int to) {
        level = to;
        signs = 0;
        settling = underWay;
    }

    /** What was used, for the result of the task; empty when nothing was compressed. */
    synchronized Optional<Finding> finding(String image) {
        if (compressed == 0) {
            return Optional.empty();
        }
        return Optional.of(
                below == 0
                        ? Finding.of(image, FindingKind.COMPRESSED, highest)
                        : Finding.of(image, FindingKind.COMPRESSED_LESS, highest, lowestUsed, below, compressed));
    }
}
