package fr.brume.agent.deploy;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.agent.compare.StoredRegions;
import fr.brume.agent.compare.TargetProbe;
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
    private final RegionPool pool;
    private final RegionCodec headCodec;
    private final ComparisonMode mode;

    Preparation(RegionPool pool, RegionCodec headCodec, ComparisonMode mode) {
        this.pool = pool;
        this.headCodec = headCodec;
        this.mode = mode;
    }

    PartitionJob run(Content content, PartitionDownload download, PartitionInfo info)
            throws FailureException, IOException {
        PartitionManifest partition = content.partition();
        PartitionGeometry geometry = info.geometry();
        KeptHead head = HeadFetch.run(download, geometry, headCodec);
        List<StoredRegion> samples = new StoredRegions(download, partition.file(), info.storedRegions())
                .check(partition.rootDigest(), new HeadReader(geometry, head));
        if (content.smaller().isPresent()) {
            content.smaller().get().plan(geometry, head);
            return new PartitionJob(content, head, false, new Restored());
        }
        boolean compared = switch (mode) {
            case ON -> true;
            case OFF -> false;
            case AUTOMATIC -> worthwhile(content, geometry, samples, download);
        };
        return new PartitionJob(content, head, compared, new Restored());
    }

    private boolean worthwhile(
            Content content, PartitionGeometry geometry, List<StoredRegion> samples, PartitionDownload download)
            throws FailureException {
        RegionReader reader =
                new RegionReader(content.seen(), content.partition().start(), geometry);
        Slot slot = pool.take();
        try {
            return new TargetProbe(reader, geometry)
                    .finds(samples.subList(0, Math.min(samples.size(), PartitionDownload.BATCH)), download, slot);
        } finally {
            pool.give(slot);
        }
    }
}
