package fr.brume.protocol.tftp;

/**
 * Which block goes next, RFC 1350 with the windows of RFC 7440. Blocks count from 1 without end, block 0 stands for the option
 * acknowledgement; the 16 bits on the wire roll over to 0.
 */
final class SendWindow {
    /** Windows that must pass undisturbed after a step back before a repeated acknowledgement counts again. */
    private static final int QUIET_WINDOWS = 2;

    private final long last;
    private final int size;
    private long acknowledged;
    private long next;
    private long highest;
    private int quiet;

    /** What an acknowledgement meant. */
    enum Step {
        /** Nothing new: late, repeated or never sent. */
        NONE,
        /** All that was sent has arrived. */
        FORWARD,
        /** Something was lost: blocks go again from the first that is missing. */
        BACK
    }

    /**
     * @param last number of the last block
     * @param size blocks in a row before an acknowledgement
     * @param withOptions whether block 0 comes first
     */
    SendWindow(long last, int size, boolean withOptions) {
        this.last = last;
        this.size = size;
        this.acknowledged = withOptions ? -1 : 0;
        this.next = acknowledged + 1;
        this.highest = acknowledged;
    }

    /** Whether a block may go now. */
    boolean maySend() {
        long end = acknowledged < 0 ? 0 : Math.min(last, acknowledged + size);
        return next <= end;
    }

    /** The block that goes next. */
    long next() {
        return next;
    }

    /** The block {@link #next} has gone. */
    void sent() {
        highest = Math.max(highest, next);
        next++;
    }

    /** The client has all blocks up to the one with this number on the wire. */
    Step acknowledge(int number) {
        int distance = (int) ((number - acknowledged) & 0xffff);
        if (distance == 0) {
            return repeated();
        }
        if (distance > highest - acknowledged) {
            return Step.NONE;
        }
        acknowledged += distance;
        boolean lost = acknowledged + 1 < next;
        next = acknowledged + 1;
        if (lost) {
            quiet = QUIET_WINDOWS;
            return Step.BACK;
        }
        quiet = Math.max(0, quiet - 1);
        return Step.FORWARD;
    }

    /**
     * In lockstep an acknowledgement that comes twice is never answered: that would double every packet from then on, the
     * sorcerer's apprentice syndrome of RFC 1123 4.2.3.1. In a window it is how a client says that the first block was lost; it
     * is heard once, and not just after a step back, whose doubled blocks can cause more of them.
     */
    private Step repeated() {
        if (size == 1 || quiet > 0 || next == acknowledged + 1) {
            return Step.NONE;
        }
        back();
        return Step.BACK;
    }

    /** Starts again behind the last acknowledged block. */
    void back() {
        next = acknowledged + 1;
        quiet = QUIET_WINDOWS;
    }

    /** Whether no block now under way was sent twice, so that its round trip can be measured. */
    boolean undisturbed() {
        return quiet == 0;
    }

    boolean complete() {
        return acknowledged == last;
    }

    /** The last block that has arrived; -1 or 0 when none has. */
    long acknowledged() {
        return acknowledged;
    }
}
