package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionCodec;
import java.util.ArrayList;
import java.util.List;

/** Brings the content of all partitions to a disk: looks first, then makes the disk one that does not start, then writes. */
final class Restoring {
    private static final int ANY_LEVEL = 1;

    private final Disk disk;
    private final Disk seen;
    private final TargetPlan plan;
    private final Tools tools;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    /** @param seen the same disk, past the cache */
    Restoring(Disk disk, Disk seen, TargetPlan plan, Tools tools, TaskProgress progress, Cancellation cancellation) {
        this.disk = disk;
        this.seen = seen;
        this.plan = plan;
        this.tools = tools;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    void run(ImagingOptions options, PartitionLine line) throws FailureException {
        List<PartitionManifest> stored = plan.stored();
        int largest =
                stored.stream().mapToInt(PartitionManifest::regionSize).max().orElse(1);
        try (RegionPool pool = RegionPool.forMachine(largest, ANY_LEVEL);
                RegionCodec headCodec = new RegionCodec(largest, ANY_LEVEL)) {
            Preparation preparation = new Preparation(seen, pool, headCodec, options.comparison());
            List<PartitionJob> jobs = new ArrayList<>();
            for (PartitionManifest partition : stored) {
                jobs.add(line.open(partition, (download, info) -> preparation.run(partition, download, info)));
            }
            erase(jobs);
            progress.begin(
                    stored.size(),
                    stored.stream().mapToLong(PartitionManifest::usedBytes).sum());
            PartitionRestorer restorer = new PartitionRestorer(disk, seen, pool, line, progress, cancellation);
            for (PartitionJob job : jobs) {
                restorer.restore(job);
            }
            if (options.freeSpace() != FreeSpaceMode.KEEP) {
                clear(jobs, line, new FreeSpace(disk, tools, options.freeSpace()));
            }
            if (options.verification() != VerificationMode.OFF) {
                boolean repair = options.verification() == VerificationMode.REPAIR;
                verify(jobs, line, new Verification(disk, seen, pool, repair, progress, cancellation));
            }
        }
    }

    /** Swap areas are cleared whole: they hold what was in the memory of whoever used the machine. */
    private void clear(List<PartitionJob> jobs, PartitionLine line, FreeSpace free) throws FailureException {
        progress.phase(Phase.ERASING);
        for (PartitionManifest partition : plan.partitions()) {
            if (Kind.of(partition.fileSystem()) == Kind.SWAP) {
                free.clear(partition.start(), partition.bytes());
            }
        }
        for (PartitionJob job : jobs) {
            cancellation.check();
            PartitionManifest partition = job.manifest();
            line.open(partition, (download, info) -> {
                HeadReader map = new HeadReader(info.geometry(), job.head());
                free.clear(partition.start(), partition.bytes(), info.geometry(), map);
                return job;
            });
        }
        disk.flush();
    }

    private void verify(List<PartitionJob> jobs, PartitionLine line, Verification verification)
            throws FailureException {
        progress.pass(
                Phase.VERIFYING,
                jobs.stream().mapToLong(job -> job.manifest().usedBytes()).sum());
        for (PartitionJob job : jobs) {
            progress.partition(PartitionRestorer.size(job));
            line.open(job.manifest(), (download, info) -> {
                progress.restart();
                verification.run(job, download, info);
                return job;
            });
        }
    }

    private void erase(List<PartitionJob> jobs) throws FailureException {
        Erasure erasure = new Erasure(disk);
        erasure.tables();
        for (PartitionManifest partition : plan.partitions()) {
            erasure.signatures(partition, kept(partition, jobs));
        }
        disk.flush();
        disk.rereadTable();
    }

    private static boolean kept(PartitionManifest partition, List<PartitionJob> jobs) {
        return jobs.stream().anyMatch(job -> job.compared() && job.manifest().equals(partition));
    }
}
