package fr.brume.agent.deploy;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.agent.compare.StoredRegions;
import fr.brume.agent.compare.TargetProbe;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionInfo;
import java.io.IOException;
import java.util.List;

/**
 * What is done before the first write: the maps of used blocks are fetched, the indexes compared with the manifest, and the disk
 * is looked at for what it has already.
 */
final class Preparation {
    private final Disk disk;
    private final RegionPool pool;
    private final RegionCodec headCodec;
    private final ComparisonMode mode;

    /** @param disk to look at, past the cache */
    Preparation(Disk disk, RegionPool pool, RegionCodec headCodec, ComparisonMode mode) {
        this.disk = disk;
        this.pool = pool;
        this.headCodec = headCodec;
        this.mode = mode;
    }

    PartitionJob run(PartitionManifest partition, PartitionDownload download, PartitionInfo info)
            throws FailureException, IOException {
        PartitionGeometry geometry = info.geometry();
        KeptHead head = HeadFetch.run(download, geometry, headCodec);
        List<StoredRegion> samples = new StoredRegions(download, partition.file(), info.storedRegions())
                .check(partition.rootDigest(), new HeadReader(geometry, head));
        boolean compared = switch (mode) {
            case ON -> true;
            case OFF -> false;
            case AUTOMATIC -> worthwhile(partition, geometry, samples, download);
        };
        return new PartitionJob(partition, head, compared, new Restored());
    }

    private boolean worthwhile(
            PartitionManifest partition,
            PartitionGeometry geometry,
            List<StoredRegion> samples,
            PartitionDownload download)
            throws FailureException {
        RegionReader reader = new RegionReader(disk, partition.start(), geometry);
        Slot slot = pool.take();
        try {
            return new TargetProbe(reader, geometry)
                    .finds(samples.subList(0, Math.min(samples.size(), PartitionDownload.BATCH)), download, slot);
        } finally {
            pool.give(slot);
        }
    }
}
