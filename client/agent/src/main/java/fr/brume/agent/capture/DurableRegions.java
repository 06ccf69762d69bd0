package fr.brume.agent.capture;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.transfer.PartitionUpload;
import java.io.IOException;
import java.util.List;

/** The regions that the server has on its disk already: they count for the root digest and are not sent again. */
final class DurableRegions {
    private final PartitionUpload upload;
    private final PartitionSource source;
    private final TaskProgress progress;

    DurableRegions(PartitionUpload upload, PartitionSource source, TaskProgress progress) {
        this.upload = upload;
        this.source = source;
        this.progress = progress;
    }

    /**
     * Passes over them.
     *
     * @param stored how many
     * @param head moves behind the last of them
     * @param root gets their digests
     * @param comparison with the disk
     */
    void skip(long stored, HeadReader head, RootDigest root, RegionComparison comparison)
            throws FailureException, IOException {
        for (long first = 0; first < stored; ) {
            int count = (int) Math.min(PartitionUpload.PAGE, stored - first);
            List<RegionEntry> page = upload.entries(first, count);
            if (page.isEmpty()) {
                throw new FailureException(Failure.PROTOCOL_ERROR, "entries of " + source.file());
            }
            for (RegionEntry entry : page) {
                RegionBits bits = head.nextUsed();
                if (bits == null || bits.region() != entry.number()) {
                    throw new FailureException(Failure.SOURCE_CHANGED, source.file());
                }
                comparison.compare(bits, entry.digest());
                root.add(entry.digest());
                progress.skip(entry.contentLength());
            }
            first += page.size();
        }
        comparison.finished();
    }
}
