package fr.brume.agent.capture;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.server.Retry;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.transfer.PartitionUpload;
import fr.brume.protocol.transfer.TransferClient;
import fr.brume.protocol.transfer.UploadStart;
import java.io.IOException;
import java.util.Set;

/** Sends partitions; after a lost connection it goes on behind what the server has on its disk. Not safe for threads. */
final class PartitionSender {
    private static final Set<Failure> DAMAGED = Set.of(Failure.IMAGE_CORRUPT, Failure.CORRUPT_DATA);

    private final ImagingOptions options;
    private final RegionPool pool;
    private final LevelChoice levels;
    private final TransferLink link;
    private final Retry retry;
    private final TaskProgress progress;
    private final Cancellation cancellation;

    PartitionSender(
            ImagingOptions options,
            RegionPool pool,
            LevelChoice levels,
            TransferLink link,
            Retry retry,
            TaskProgress progress,
            Cancellation cancellation) {
        this.options = options;
        this.pool = pool;
        this.levels = levels;
        this.link = link;
        this.retry = retry;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Sends all of a partition and has the server complete it; returns the root digest, lower case hexadecimal. */
    String send(PartitionSource source) throws FailureException {
        progress.partition(source.size());
        RegionComparison comparison = new RegionComparison(source, pool);
        if (!options.earlier()) {
            return send(source, comparison, false);
        }
        try {
            return send(source, comparison, true);
        } catch (FailureException e) {
            if (!DAMAGED.contains(e.failure())) {
                throw e;
            }
            // A new version is the cure of a damaged one: it must not need it.
            System.getLogger(PartitionSender.class.getName())
                    .log(System.Logger.Level.WARNING, "The earlier version is damaged; all is sent", e);
            return send(source, comparison, false);
        }
    }

    private String send(PartitionSource source, RegionComparison comparison, boolean changesOnly)
            throws FailureException {
        return retry.until(() -> {
            progress.restart();
            // The server ends an upload when another connection comes that may be one: this one is the first.
            try (EarlierRegions earlier = changesOnly
                            ? EarlierRegions.open(link, source, cancellation).orElse(null)
                            : null;
                    TransferClient client = link.connect(cancellation)) {
                RegionPacking packing = new RegionPacking(source.head().geometry(), earlier, levels);
                return attempt(client.upload(), source, packing, comparison);
            } catch (IOException e) {
                throw new FailureException(Failure.SERVER_LOST, e);
            }
        });
    }

    private String attempt(
            PartitionUpload upload, PartitionSource source, RegionPacking packing, RegionComparison comparison)
            throws FailureException, IOException {
        UploadStart start = upload.begin(source.file(), source.head().geometry());
        HeadReader head = source.head().reader();
        RootDigest root = new RootDigest();
        DurableRegions durable = new DurableRegions(upload, source, progress);
        durable.skip(start.storedRegions(), head, root, comparison);
        if (!start.finished()) {
            sendHeads(upload, source, start.headFrames());
            sendRegions(upload, new RegionStream(source, head, packing, pool, levels), root);
        }
        byte[] digest = root.value();
        upload.finish(digest);
        return RootDigest.text(digest);
    }

    private static void sendHeads(PartitionUpload upload, PartitionSource source, int first) throws FailureException {
        for (int frame = first; frame < source.head().geometry().headFrames(); frame++) {
            upload.putHead(frame, source.head().kept().frame(frame));
        }
    }

    private void sendRegions(PartitionUpload upload, RegionStream stream, RootDigest root) throws FailureException {
        try (RegionStream regions = stream) {
            for (Slot slot = regions.next(); slot != null; slot = regions.next()) {
                try {
                    cancellation.check();
                    put(upload, slot);
                    root.add(slot.hashes().digest());
                    progress.add(slot.contentLength());
                } finally {
                    pool.give(slot);
                }
            }
        }
    }

    private void put(PartitionUpload upload, Slot slot) throws FailureException {
        RegionHashes hashes = slot.hashes();
        boolean same = slot.changed() != null && slot.changed().isEmpty();
        progress.phase(same ? Phase.COMPARING : Phase.TRANSFERRING);
        if (slot.changed() == null) {
            upload.putRegion(hashes, slot.contentLength(), slot.data());
        } else if (same) {
            upload.reuseRegion(hashes.region(), hashes.digest());
        } else {
            upload.patchRegion(hashes.region(), hashes.digest(), slot.changed(), slot.data());
        }
    }
}
