package fr.brume.agent.disk;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/** Goes over a stretch of a disk block by block, counts what is done and stops when the task is cancelled. Not safe for threads. */
public final class Sweep {
    /** Bytes of a whole block; large ones keep a disk busy. */
    public static final int BLOCK = 4 << 20;

    private final TaskProgress progress;
    private final Cancellation cancellation;
    private final ByteBuffer block = DirectDisk.buffer(BLOCK);

    public Sweep(TaskProgress progress, Cancellation cancellation) {
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** What is done with one block. */
    @FunctionalInterface
    public interface Step {
        /** @param block of the length at work, from position 0; its content is what the step before left there */
        void at(long offset, ByteBuffer block) throws FailureException;
    }

    /** From the first to before the last byte. */
    public void over(long first, long end, Step step) throws FailureException {
        for (long offset = first; offset < end; offset += BLOCK) {
            cancellation.check();
            int length = (int) Math.min(BLOCK, end - offset);
            step.at(offset, block.clear().limit(length));
            progress.add(length);
        }
    }
}
