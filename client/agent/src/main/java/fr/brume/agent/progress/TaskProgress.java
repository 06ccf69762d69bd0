package fr.brume.agent.progress;

import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The counters and the findings of one task. Workers add to them, the screen and the reports take snapshots. Bytes are those of used
 * data, not of the compressed stream. Safe for threads.
 */
public final class TaskProgress {
    private final LongSupplier nanoClock;
    private Throughput throughput = new Throughput();
    private Phase phase = Phase.PREPARING;
    private int partitions;
    private PartitionSize current = new PartitionSize(0, "", 0, 0, 0);
    private long partitionDone;
    /** How far the partition was when the connection broke: it is shown until the new attempt has come as far. */
    private long partitionReached;

    private long done;
    private long total;
    private long resumed;
    private long partitionResumed;
    private long begun = -1;
    private final List<Finding> findings = new ArrayList<>();

    /** @param nanoClock as {@link System#nanoTime()} */
    public TaskProgress(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * The partition at work.
     *
     * @param number in the table
     * @param fileSystem of it
     * @param deviceBytes its size
     * @param usedBytes of it
     * @param blockSize of the file system, bytes
     */
    public record PartitionSize(int number, String fileSystem, long deviceBytes, long usedBytes, int blockSize) {}

    public synchronized void phase(Phase now) {
        phase = now;
    }

    /** The transfer begins: its clock starts. */
    public synchronized void begin(int numberOfPartitions, long totalBytes) {
        phase = Phase.TRANSFERRING;
        partitions = numberOfPartitions;
        total = totalBytes;
        begun = nanoClock.getAsLong();
    }

    /** The same partitions are gone through once more, for another end: bars and clock begin again. */
    public synchronized void pass(Phase now, long totalBytes) {
        begin(partitions, totalBytes);
        phase = now;
        done = 0;
        resumed = 0;
        partitionDone = 0;
        partitionResumed = 0;
        throughput = new Throughput();
    }

    /** There is more, or less, to do than was thought. */
    public synchronized void expect(long totalBytes) {
        total = totalBytes;
    }

    public synchronized void partition(PartitionSize next) {
        current = next;
        partitionReached = 0;
        partitionDone = 0;
        partitionResumed = 0;
    }

    /**
     * The partition begins again, because the connection was lost: {@link #skip} then says what need not be done twice. The bars
     * stay where they are meanwhile.
     */
    public synchronized void restart() {
        partitionReached = Math.max(partitionReached, partitionDone);
        done -= partitionDone;
        resumed -= partitionResumed;
        partitionResumed = 0;
        partitionDone = 0;
    }

    public synchronized void add(long bytes) {
        partitionDone += bytes;
        done += bytes;
    }

    /** Data that an earlier attempt transferred: done, but not part of the rate. */
    public synchronized void skip(long bytes) {
        resumed += bytes;
        partitionResumed += bytes;
        add(bytes);
    }

    /** While the result is read again: the bars show how far that is. */
    public synchronized void checked(long doneBytes, long totalBytes) {
        partitionReached = 0;
        partitionDone = totalBytes <= 0 ? 0 : (long) ((double) doneBytes / totalBytes * current.usedBytes);
    }

    /** Notes what was found out; more than a report takes are dropped. */
    public synchronized void found(Finding finding) {
        if (findings.size() < ResultReport.MOST) {
            findings.add(finding);
        }
    }

    /** What was found out so far, in order. */
    public synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    public synchronized ProgressReport snapshot() {
        long now = nanoClock.getAsLong();
        long elapsed = begun < 0 ? 0 : (now - begun) / 1_000_000_000L;
        long behind = Math.max(0, partitionReached - partitionDone);
        long rate = begun < 0 ? 0 : throughput.rate(now, done - resumed);
        return new ProgressReport(
                phase,
                current.number,
                partitions,
                current.fileSystem,
                current.deviceBytes,
                current.usedBytes,
                current.blockSize,
                partitionDone + behind,
                done + behind,
                total,
                rate,
                elapsed,
                remaining(elapsed));
    }

    private long remaining(long elapsed) {
        long transferred = done - resumed;
        return transferred <= 0 || elapsed < 2 ? -1 : Math.max(0, (total - done) * elapsed / transferred);
    }
}
