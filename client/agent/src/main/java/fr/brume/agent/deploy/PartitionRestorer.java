package fr.brume.agent.deploy;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.agent.compare.StoredRegions;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionInfo;
import java.io.IOException;
import java.util.List;

/** Restores partitions; after a lost connection it goes on with the regions not yet in place. Not safe for threads. */
final class PartitionRestorer {
    private final RegionPool pool;
    private final PartitionLine line;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    PartitionRestorer(RegionPool pool, PartitionLine line, TaskProgress progress, Cancellation cancellation) {
        this.pool = pool;
        this.line = line;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Returns when every region of the partition is on the medium. */
    void restore(PartitionJob job) throws FailureException {
        progress.partition(size(job));
        line.open(job.content().partition(), (download, info) -> {
            progress.restart();
            progress.skip(job.restored().bytes());
            restore(job, download, info);
            return job;
        });
    }

    /** What the screen says of the partition at work. */
    static TaskProgress.PartitionSize size(PartitionJob job) {
        PartitionManifest partition = job.content().partition();
        return new TaskProgress.PartitionSize(
                partition.number(),
                partition.fileSystem(),
                partition.bytes(),
                partition.usedBytes(),
                partition.blockSize());
    }

    private void restore(PartitionJob job, PartitionDownload download, PartitionInfo info)
            throws FailureException, IOException {
        RegionUpdate update = update(job, download, info.geometry());
        StoredRegions stored =
                new StoredRegions(download, job.content().partition().file(), info.storedRegions());
        HeadReader head = new HeadReader(info.geometry(), job.head());
        long first = 0;
        for (List<StoredRegion> page = stored.page(0, head); !page.isEmpty(); page = stored.page(first, head)) {
            List<StoredRegion> missing =
                    page.stream().filter(region -> !job.restored().has(region)).toList();
            if (job.compared()) {
                update.different(missing, job.restored());
            } else {
                update.all(missing);
            }
            first += page.size();
            job.content().disk().flush();
        }
    }

    private RegionUpdate update(PartitionJob job, PartitionDownload download, PartitionGeometry geometry) {
        Content content = job.content();
        long start = content.partition().start();
        RegionWriter writer = new RegionWriter(content.disk(), start, geometry);
        RegionReader reader = new RegionReader(content.seen(), start, geometry);
        RegionRestore restore = new RegionRestore(geometry, reader, writer, job.restored(), progress);
        RegionFetch fetch = new RegionFetch(download, geometry, pool, restore, cancellation);
        return new RegionUpdate(download, geometry, reader, pool, fetch, progress);
    }
}
