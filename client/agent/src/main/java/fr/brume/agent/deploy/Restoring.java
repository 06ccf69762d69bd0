package fr.brume.agent.deploy;

import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings all contents to the disks: looks first, then makes the disks ones that do not start, then writes. */
final class Restoring {
    private static final int ANY_LEVEL = 1;

    private final List<DiskWork> works;
    private final Tools tools;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    Restoring(List<DiskWork> works, Tools tools, TaskProgress progress, Cancellation cancellation) {
        this.works = works;
        this.tools = tools;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** @param contents of the works, and what else lies on their disks, in order */
    void run(List<Content> contents, ImagingOptions options, PartitionLine line) throws FailureException {
        if (contents.isEmpty()) {
            erase(List.of());
            progress.begin(0, 0);
            return;
        }
        int largest = contents.stream()
                .mapToInt(content -> content.partition().regionSize())
                .max()
                .orElse(1);
        try (RegionPool pool = RegionPool.forMachine(largest, ANY_LEVEL);
                RegionCodec headCodec = new RegionCodec(largest, ANY_LEVEL)) {
            Preparation preparation = new Preparation(pool, headCodec, options.comparison());
            List<PartitionJob> jobs = new ArrayList<>();
            for (Content content : contents) {
                jobs.add(line.open(content.partition(), (download, info) -> preparation.run(content, download, info)));
            }
            erase(jobs);
            progress.begin(
                    contents.size(),
                    contents.stream()
                            .mapToLong(content -> content.partition().usedBytes())
                            .sum());
            PartitionRestorer restorer = new PartitionRestorer(pool, line, progress, cancellation);
            Verifying verifying = new Verifying(options.verification(), line, pool, progress, cancellation);
            for (PartitionJob job : jobs) {
                restore(job, options.freeSpace(), restorer, verifying);
            }
            if (options.freeSpace() != FreeSpaceMode.KEEP) {
                clear(jobs, options.freeSpace());
            }
            verifying.run(jobs.stream().filter(job -> job.content().asInImage()).toList());
        }
    }

    private void restore(PartitionJob job, FreeSpaceMode mode, PartitionRestorer restorer, Verifying verifying)
            throws FailureException {
        if (job.content().asInImage()) {
            restorer.restore(job);
            return;
        }
        SmallerTarget smaller = job.content().smaller().orElseThrow();
        if (mode != FreeSpaceMode.KEEP) {
            smaller.clear(mode, progress);
        }
        smaller.restore(job, whole -> {
            restorer.restore(whole);
            verifying.alone(whole);
        });
    }

    /** Swap areas are cleared whole: they hold what was in the memory of whoever used the machine. */
    private void clear(List<PartitionJob> jobs, FreeSpaceMode mode) throws FailureException {
        progress.phase(Phase.ERASING);
        for (DiskWork work : works) {
            FreeSpace free = new FreeSpace(work.disk(), tools, mode, progress);
            for (PartitionManifest partition : work.partitions()) {
                if (Kind.of(partition.fileSystem()) == Kind.SWAP) {
                    free.clear(partition.start(), partition.bytes());
                }
            }
        }
        for (PartitionJob job : jobs) {
            cancellation.check();
            if (job.content().clearable()) {
                clear(job, new FreeSpace(job.content().disk(), tools, mode, progress));
            }
        }
        for (DiskWork work : works) {
            work.disk().flush();
        }
    }

    private static void clear(PartitionJob job, FreeSpace free) throws FailureException {
        PartitionManifest partition = job.content().partition();
        PartitionGeometry geometry = job.head().geometry();
        try {
            free.clear(partition.start(), partition.bytes(), geometry, new HeadReader(geometry, job.head()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory is no file", e);
        }
    }

    private void erase(List<PartitionJob> jobs) throws FailureException {
        Set<Content> kept = jobs.stream()
                .filter(PartitionJob::compared)
                .map(PartitionJob::content)
                .collect(Collectors.toSet());
        for (DiskWork work : works) {
            work.erase(kept);
        }
    }
}
