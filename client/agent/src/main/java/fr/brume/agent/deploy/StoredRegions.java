package fr.brume.agent.deploy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.transfer.PartitionDownload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The index of a stored partition, page by page, so that a machine with little memory can restore a large disk. */
final class StoredRegions {
    private final PartitionDownload download;
    private final String file;
    private final long count;

    StoredRegions(PartitionDownload download, String file, long count) {
        this.download = download;
        this.file = file;
        this.count = count;
    }

    /** Reads all digests once and compares their root with that of the manifest; nothing is written before. */
    void requireRoot(String expected) throws FailureException {
        RootDigest root = new RootDigest();
        for (long first = 0; first < count; ) {
            List<RegionEntry> page = page(first);
            page.forEach(entry -> root.add(entry.digest()));
            first += page.size();
        }
        if (!RootDigest.text(root.value()).equals(expected)) {
            throw new FailureException(Failure.IMAGE_CORRUPT, file);
        }
    }

    /** Entries from this one on, with the bits of their regions, as many as a page holds; empty behind the last. */
    List<WantedRegion> wanted(long first, HeadReader head) throws FailureException, IOException {
        List<WantedRegion> wanted = new ArrayList<>();
        if (first < count) {
            for (RegionEntry entry : page(first)) {
                RegionBits bits = head.nextUsed();
                if (bits == null || bits.region() != entry.number()) {
                    throw new FailureException(Failure.IMAGE_CORRUPT, file);
                }
                wanted.add(new WantedRegion((int) first + wanted.size(), entry, bits));
            }
        }
        return wanted;
    }

    private List<RegionEntry> page(long first) throws FailureException {
        List<RegionEntry> page = download.entries(first, (int) Math.min(PartitionDownload.PAGE, count - first));
        if (page.isEmpty() || page.size() > count - first) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "entries of " + file);
        }
        return page;
    }
}
