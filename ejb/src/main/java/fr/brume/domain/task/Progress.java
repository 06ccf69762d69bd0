package fr.brume.domain.task;

import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.ProgressReport;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How far a task is, as its machine last said. Numbers from the machine are not trusted further than being shown. */
@Embeddable
public class Progress {
    @Enumerated(EnumType.STRING)
    @Column(name = "P_PHASE")
    private Phase phase;

    @Column(name = "P_PARTITION")
    private int partition;

    @Column(name = "P_PARTITIONS")
    private int partitions;

    @Column(name = "P_FILE_SYSTEM")
    private String fileSystem = "";

    @Column(name = "P_DEVICE_BYTES")
    private long deviceBytes;

    @Column(name = "P_USED_BYTES")
    private long usedBytes;

    @Column(name = "P_BLOCK_SIZE")
    private int blockSize;

    @Column(name = "P_PARTITION_DONE")
    private long partitionDone;

    @Column(name = "P_DONE")
    private long done;

    @Column(name = "P_TOTAL")
    private long total;

    @Column(name = "P_RATE")
    private long rate;

    @Column(name = "P_ELAPSED")
    private long elapsedSeconds;

    @Column(name = "P_REMAINING")
    private long remainingSeconds = -1;

    protected Progress() {}

    static Progress none() {
        return new Progress();
    }

    static Progress of(ProgressReport report) {
        Progress progress = new Progress();
        progress.phase = report.phase();
        progress.partition = report.partition();
        progress.partitions = report.partitions();
        String name = report.fileSystem() == null ? "" : report.fileSystem();
        progress.fileSystem = name.substring(0, Math.min(name.length(), 20));
        progress.deviceBytes = report.deviceBytes();
        progress.usedBytes = report.usedBytes();
        progress.blockSize = report.blockSize();
        progress.partitionDone = report.partitionDone();
        progress.done = report.done();
        progress.total = report.total();
        progress.rate = report.rate();
        progress.elapsedSeconds = report.elapsedSeconds();
        progress.remainingSeconds = report.remainingSeconds();
        return progress;
    }

    /** Null before the first report. */
    public Phase getPhase() {
        return phase;
    }

    /** 0 to 100. */
    public int getPercent() {
        return total <= 0 ? 0 : (int) Math.max(0, Math.min(100, Math.round(100.0 * done / total)));
    }

    public int getPartition() {
        return partition;
    }

    public int getPartitions() {
        return partitions;
    }

    public String getFileSystem() {
        return fileSystem;
    }

    public long getDeviceBytes() {
        return deviceBytes;
    }

    public long getUsedBytes() {
        return usedBytes;
    }

    public int getBlockSize() {
        return blockSize;
    }

    public long getPartitionDone() {
        return partitionDone;
    }

    /** Bytes of used data done on the whole task. */
    public long getDone() {
        return done;
    }

    public long getTotal() {
        return total;
    }

    /** Bytes of used data per second. */
    public long getRate() {
        return rate;
    }

    public long getElapsedSeconds() {
        return elapsedSeconds;
    }

    /** -1 when unknown. */
    public long getRemainingSeconds() {
        return remainingSeconds;
    }
}
