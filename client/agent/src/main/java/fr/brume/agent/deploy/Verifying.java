package fr.brume.agent.deploy;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/** Has what was written read back, if the site wants that. Not safe for threads. */
final class Verifying {
    private final VerificationMode mode;
    private final PartitionLine line;
    private final RegionPool pool;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    Verifying(
            VerificationMode mode,
            PartitionLine line,
            RegionPool pool,
            TaskProgress progress,
            Cancellation cancellation) {
        this.mode = mode;
        this.line = line;
        this.pool = pool;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** All that lies on the disks as it does in the image. */
    void run(List<PartitionJob> jobs) throws FailureException {
        if (mode == VerificationMode.OFF) {
            return;
        }
        progress.pass(
                Phase.VERIFYING,
                jobs.stream()
                        .mapToLong(job -> job.content().partition().usedBytes())
                        .sum());
        for (PartitionJob job : jobs) {
            progress.partition(PartitionRestorer.size(job));
            verify(job, progress);
        }
    }

    /** One partition before it is changed, amid the transfer of others: that is not counted. */
    void alone(PartitionJob job) throws FailureException {
        if (mode != VerificationMode.OFF) {
            verify(job, new TaskProgress(System::nanoTime));
        }
    }

    private void verify(PartitionJob job, TaskProgress counted) throws FailureException {
        Verification verification = new Verification(pool, mode == VerificationMode.REPAIR, counted, cancellation);
        line.open(job.content().partition(), (download, info) -> {
            counted.restart();
            verification.run(job, download, info);
            return job;
        });
    }
}
