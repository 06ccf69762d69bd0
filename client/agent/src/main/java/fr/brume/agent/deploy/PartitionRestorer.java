package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.progress.TaskProgress.PartitionSize;
import fr.brume.agent.server.Retry;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionInfo;
import fr.brume.protocol.transfer.TransferClient;
import java.io.IOException;
import java.util.List;

/** Restores partitions; after a lost connection it goes on with the regions not yet written. Not safe for threads. */
final class PartitionRestorer {
    private static final int ATTEMPTS = 4;

    private final Disk disk;
    private final RegionPool pool;
    private final RegionCodec headCodec;
    private final TransferLink link;
    private final Retry retry;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    PartitionRestorer(
            Disk disk,
            RegionPool pool,
            RegionCodec headCodec,
            TransferLink link,
            Retry retry,
            TaskProgress progress,
            Cancellation cancellation) {
        this.disk = disk;
        this.pool = pool;
        this.headCodec = headCodec;
        this.link = link;
        this.retry = retry;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Returns when every region of the partition is on the medium. */
    void restore(PartitionManifest partition) throws FailureException {
        progress.partition(new PartitionSize(
                partition.number(),
                partition.fileSystem(),
                partition.bytes(),
                partition.usedBytes(),
                partition.blockSize()));
        Restored restored = new Restored();
        retry.until(() -> {
            progress.restart();
            progress.skip(restored.bytes());
            try (TransferClient client = link.connect(cancellation)) {
                attempt(client.download(), partition, restored);
                return restored;
            } catch (IOException e) {
                throw new FailureException(Failure.SERVER_LOST, e);
            }
        });
    }

    private void attempt(PartitionDownload download, PartitionManifest partition, Restored restored)
            throws FailureException, IOException {
        PartitionInfo info = download.open(partition.file());
        PartitionGeometry geometry = info.geometry();
        requireSame(partition, info);
        StoredRegions stored = new StoredRegions(download, partition.file(), info.storedRegions());
        if (restored.head() == null) {
            restored.head(HeadFetch.run(download, geometry, headCodec));
            stored.requireRoot(partition.rootDigest());
        }
        HeadReader head = new HeadReader(geometry, restored.head());
        RegionWriter writer = new RegionWriter(disk, partition.start(), geometry);
        RegionRestore restore = new RegionRestore(geometry, writer, restored, progress);
        RegionFetch fetch = new RegionFetch(download, pool, restore, cancellation);
        long first = 0;
        for (List<WantedRegion> page = stored.wanted(0, head); !page.isEmpty(); page = stored.wanted(first, head)) {
            fetch(fetch, page, restored, partition);
            first += page.size();
            disk.flush();
        }
    }

    private static void fetch(
            RegionFetch fetch, List<WantedRegion> page, Restored restored, PartitionManifest partition)
            throws FailureException {
        List<WantedRegion> missing =
                page.stream().filter(region -> !restored.has(region.ordinal())).toList();
        for (int attempt = 0; attempt < ATTEMPTS && !missing.isEmpty(); attempt++) {
            missing = fetch.run(missing);
        }
        if (!missing.isEmpty()) {
            throw new FailureException(
                    Failure.IMAGE_CORRUPT,
                    partition.file() + ", " + missing.get(0).entry().number());
        }
    }

    /** The stored file must be the one of the manifest, and must fit into its partition. */
    private static void requireSame(PartitionManifest partition, PartitionInfo info) throws FailureException {
        PartitionGeometry geometry = info.geometry();
        boolean same = RootDigest.text(info.root()).equals(partition.rootDigest())
                && geometry.blockSize() == partition.blockSize()
                && geometry.regionSize() == partition.regionSize()
                && geometry.blocks() <= partition.bytes() / geometry.blockSize();
        if (!same) {
            throw new FailureException(Failure.IMAGE_CORRUPT, partition.file());
        }
    }
}
