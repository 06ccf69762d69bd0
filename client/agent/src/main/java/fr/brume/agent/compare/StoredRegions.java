package fr.brume.agent.compare;

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
public final class StoredRegions {
    private static final int SAMPLES = 48;

    private final PartitionDownload download;
    private final String file;
    private final long count;

    public StoredRegions(PartitionDownload download, String file, long count) {
        this.download = download;
        this.file = file;
        this.count = count;
    }

    /**
     * Reads all digests once and compares their root with that of the manifest; nothing is written before.
     *
     * @return some regions, evenly spread
     */
    public List<StoredRegion> check(String expectedRoot, HeadReader head) throws FailureException, IOException {
        RootDigest root = new RootDigest();
        List<StoredRegion> samples = new ArrayList<>();
        long step = Math.max(1, count / SAMPLES);
        long first = 0;
        for (List<StoredRegion> page = page(0, head); !page.isEmpty(); page = page(first, head)) {
            page.forEach(region -> root.add(region.entry().digest()));
            page.stream().filter(region -> region.ordinal() % step == step / 2).forEach(samples::add);
            first += page.size();
        }
        if (!RootDigest.text(root.value()).equals(expectedRoot)) {
            throw new FailureException(Failure.IMAGE_CORRUPT, file);
        }
        return samples;
    }

    /** Entries from this one on, with the bits of their regions, as many as a page holds; empty behind the last. */
    public List<StoredRegion> page(long first, HeadReader head) throws FailureException, IOException {
        List<StoredRegion> regions = new ArrayList<>();
        if (first < count) {
            for (RegionEntry entry : entries(first)) {
                RegionBits bits = head.nextUsed();
                if (bits == null || bits.region() != entry.number()) {
                    throw new FailureException(Failure.IMAGE_CORRUPT, file);
                }
                regions.add(new StoredRegion((int) first + regions.size(), entry, bits));
            }
        }
        return regions;
    }

    private List<RegionEntry> entries(long first) throws FailureException {
        List<RegionEntry> page = download.entries(first, (int) Math.min(PartitionDownload.PAGE, count - first));
        if (page.isEmpty() || page.size() > count - first) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "entries of " + file);
        }
        return page;
    }
}
