package fr.brume.agent.deploy;

import fr.brume.agent.compare.HashedRegion;
import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.compare.RegionScan;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.transfer.PartitionDownload;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings regions of a partition to what is stored: all of them unseen, or only the blocks that the disk does not have. While what
 * differs is fetched, the disk is read on. Not safe for threads.
 */
final class RegionUpdate {
    private static final int ATTEMPTS = 4;
    /** Regions whose block hashes are asked for together. */
    private static final int TOGETHER = 16;

    private final PartitionDownload download;
    private final PartitionGeometry geometry;
    private final RegionReader reader;
    private final RegionPool pool;
    private final RegionFetch fetch;
    private final RegionHasher hasher;
    private final TaskProgress progress;

    RegionUpdate(
            PartitionDownload download,
            PartitionGeometry geometry,
            RegionReader reader,
            RegionPool pool,
            RegionFetch fetch,
            TaskProgress progress) {
        this.download = download;
        this.geometry = geometry;
        this.reader = reader;
        this.pool = pool;
        this.fetch = fetch;
        this.hasher = new RegionHasher(geometry);
        this.progress = progress;
    }

    /** Fetches all of these. */
    void all(List<StoredRegion> regions) throws FailureException {
        progress.phase(Phase.TRANSFERRING);
        fetch(regions.stream().map(WantedBlocks::whole).toList());
    }

    /** Fetches what the disk does not have of these. */
    void different(List<StoredRegion> regions, Restored restored) throws FailureException {
        progress.phase(Phase.COMPARING);
        List<HashedRegion> different = new ArrayList<>();
        try (RegionScan scan = new RegionScan(reader, geometry, regions, pool)) {
            for (HashedRegion region = scan.next(); region != null; region = scan.next()) {
                if (region.same()) {
                    restored.found(region.region());
                    progress.add(region.region().entry().contentLength());
                } else {
                    different.add(region);
                }
                if (different.size() == TOGETHER) {
                    blocks(different);
                    different.clear();
                }
            }
            blocks(different);
        }
    }

    /** Fetches the blocks of these that the disk does not have. */
    void blocks(List<HashedRegion> different) throws FailureException {
        List<WantedBlocks> wanted = new ArrayList<>();
        List<byte[]> hashes = different.isEmpty()
                ? List.of()
                : download.blockHashes(
                        different.stream().map(found -> found.region().number()).toList());
        for (int i = 0; i < different.size(); i++) {
            StoredRegion region = different.get(i).region();
            hasher.verifyHashes(region.bits(), hashes.get(i), region.entry().digest());
            wanted.add(WantedBlocks.of(different.get(i), hashes.get(i), geometry));
        }
        fetch(wanted);
    }

    private void fetch(List<WantedBlocks> wanted) throws FailureException {
        List<WantedBlocks> missing = wanted;
        for (int attempt = 0; attempt < ATTEMPTS && !missing.isEmpty(); attempt++) {
            missing = fetch.run(missing);
        }
        if (!missing.isEmpty()) {
            long region = missing.get(0).region().number();
            throw new FailureException(Failure.IMAGE_CORRUPT, "region " + region);
        }
    }
}
