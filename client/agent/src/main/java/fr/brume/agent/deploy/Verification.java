package fr.brume.agent.deploy;

import fr.brume.agent.compare.HashedRegion;
import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.compare.RegionScan;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.agent.compare.StoredRegions;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads back from the medium what a deploy wrote of a partition and compares it with the hashes of the image. What differs is
 * fetched and written once more when that is wanted; a disk that does not keep it then fails the task. What was found in place
 * before was read already. Not safe for threads.
 */
final class Verification {
    private final RegionPool pool;
    private final boolean repair;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    /** @param repair whether what differs is written once more */
    Verification(RegionPool pool, boolean repair, TaskProgress progress, Cancellation cancellation) {
        this.pool = pool;
        this.repair = repair;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** @throws FailureException DISK_READ or DISK_NOT_KEPT with the position */
    void run(PartitionJob job, PartitionDownload download, PartitionInfo info) throws FailureException, IOException {
        PartitionGeometry geometry = info.geometry();
        RegionReader reader =
                new RegionReader(job.content().seen(), job.content().partition().start(), geometry);
        StoredRegions stored =
                new StoredRegions(download, job.content().partition().file(), info.storedRegions());
        HeadReader head = new HeadReader(geometry, job.head());
        long first = 0;
        for (List<StoredRegion> page = stored.page(0, head); !page.isEmpty(); page = stored.page(first, head)) {
            List<StoredRegion> written = page.stream()
                    .filter(region -> !job.compared() || job.restored().wrote(region))
                    .toList();
            List<HashedRegion> wrong = wrong(reader, geometry, written, progress);
            if (!wrong.isEmpty() && repair) {
                repair(job, download, geometry, wrong);
                wrong = wrong(reader, geometry, regions(wrong), unseen());
            }
            if (!wrong.isEmpty()) {
                throw notKept(job, download, geometry, wrong.get(0));
            }
            first += page.size();
        }
    }

    private List<HashedRegion> wrong(
            RegionReader reader, PartitionGeometry geometry, List<StoredRegion> regions, TaskProgress counted)
            throws FailureException {
        List<HashedRegion> wrong = new ArrayList<>();
        try (RegionScan scan = new RegionScan(reader, geometry, regions, pool)) {
            for (HashedRegion region = scan.next(); region != null; region = scan.next()) {
                cancellation.check();
                if (region.trouble() != null && !repair) {
                    throw region.trouble();
                }
                if (!region.same()) {
                    wrong.add(region);
                }
                counted.add(region.region().entry().contentLength());
            }
        }
        return wrong;
    }

    private void repair(
            PartitionJob job, PartitionDownload download, PartitionGeometry geometry, List<HashedRegion> wrong)
            throws FailureException {
        Content content = job.content();
        long start = content.partition().start();
        RegionReader reader = new RegionReader(content.seen(), start, geometry);
        RegionWriter writer = new RegionWriter(content.disk(), start, geometry);
        RegionRestore restore = new RegionRestore(geometry, reader, writer, new Restored(), unseen());
        RegionFetch fetch = new RegionFetch(download, geometry, pool, restore, cancellation);
        RegionUpdate update = new RegionUpdate(download, geometry, reader, pool, fetch, unseen());
        for (int from = 0; from < wrong.size(); from += PartitionDownload.BATCH) {
            update.blocks(wrong.subList(from, Math.min(wrong.size(), from + PartitionDownload.BATCH)));
        }
        content.disk().flush();
    }

    private static List<StoredRegion> regions(List<HashedRegion> hashed) {
        return hashed.stream().map(HashedRegion::region).toList();
    }

    /** What is done twice is counted once. */
    private static TaskProgress unseen() {
        return new TaskProgress(System::nanoTime);
    }

    private FailureException notKept(
            PartitionJob job, PartitionDownload download, PartitionGeometry geometry, HashedRegion wrong)
            throws FailureException {
        if (wrong.trouble() != null) {
            return wrong.trouble();
        }
        long region = wrong.region().number();
        byte[] hashes = download.blockHashes(List.of(region)).get(0);
        long block = Math.max(0, wrong.different(hashes).nextSetBit(0));
        long position = job.content().partition().start() + geometry.start(region) + block * geometry.hashBlockSize();
        return new FailureException(Failure.DISK_NOT_KEPT, job.content().seen().device(), Long.toString(position));
    }
}
