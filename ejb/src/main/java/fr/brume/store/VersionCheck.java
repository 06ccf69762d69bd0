package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionCheck;
import fr.brume.protocol.image.PartitionFile;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.image.StoredPartition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads a whole version again and compares it with its manifest and its indexes. One use; not safe for threads. */
final class VersionCheck {
    private static final int MOST_PARTITIONS = 1024;

    private final Path folder;
    private final ImageManifest manifest;
    private final CheckProgress progress;
    private long total;
    private long before;

    VersionCheck(Path folder, ImageManifest manifest, CheckProgress progress) {
        this.folder = folder;
        this.manifest = manifest;
        this.progress = progress;
    }

    void run() throws IOException, FailureException {
        List<PartitionManifest> stored = stored(manifest);
        for (PartitionManifest partition : stored) {
            Path file = folder.resolve(partition.file());
            require(Files.isRegularFile(file), partition.file());
            total += Files.size(file);
        }
        progress.at(0, total);
        for (PartitionManifest partition : stored) {
            check(partition);
            before += Files.size(folder.resolve(partition.file()));
            progress.at(before, total);
        }
    }

    /** Reads one partition of a version again. */
    static void one(Path folder, ImageManifest manifest, PartitionManifest partition)
            throws IOException, FailureException {
        new VersionCheck(folder, manifest, (done, total) -> {}).check(partition);
    }

    /** Looks only whether each partition has the index that the manifest speaks of. */
    static void requireIndexes(Path folder, ImageManifest manifest) throws IOException, FailureException {
        for (PartitionManifest partition : stored(manifest)) {
            try (StoredPartition stored = StoredPartition.open(folder, partition.file())) {
                requireRoot(stored, partition);
            } catch (FailureException e) {
                throw e.failure() == Failure.NOT_FOUND
                        ? new FailureException(Failure.IMAGE_CORRUPT, e, partition.file())
                        : e;
            }
        }
    }

    private static void requireRoot(StoredPartition stored, PartitionManifest partition)
            throws IOException, FailureException {
        String root = RootDigest.text(stored.index().root());
        require(root.equals(partition.rootDigest()), partition.file() + " root digest");
    }

    /** The partitions whose content is stored; refuses a manifest that names files it may not, or twice. */
    static List<PartitionManifest> stored(ImageManifest manifest) throws FailureException {
        List<PartitionManifest> stored = new ArrayList<>();
        require(manifest.format() == ImageManifest.FORMAT && manifest.disks() != null, "format");
        for (PartitionManifest partition : ImageManifest.contents(manifest).toList()) {
            if (!partition.file().isEmpty()) {
                PartitionFile.checked(partition.file());
                require(stored.stream().noneMatch(p -> p.file().equals(partition.file())), "file " + partition.file());
                require(stored.size() < MOST_PARTITIONS, "count of partitions");
                stored.add(partition);
            }
        }
        return stored;
    }

    private void check(PartitionManifest partition) throws IOException, FailureException {
        LongConsumer done = bytes -> progress.at(before + bytes, total);
        try (StoredPartition stored = StoredPartition.open(folder, partition.file());
                PartitionCheck check = new PartitionCheck(stored, done)) {
            PartitionGeometry geometry = stored.index().geometry();
            require(geometry.blockSize() == partition.blockSize(), partition.file() + " block size");
            require(geometry.regionSize() == partition.regionSize(), partition.file() + " region size");
            require(geometry.headFrames() == partition.headFrames(), partition.file() + " head frames");
            requireRoot(stored, partition);
            PartcloneHeader header = check.run();
            long used = header.usedByBitmap() * header.blockSize();
            require(header.deviceBytes() <= partition.bytes() && used <= partition.bytes(), partition.file() + " size");
        } catch (FailureException e) {
            if (e.failure() == Failure.NOT_FOUND || e.failure() == Failure.CORRUPT_DATA) {
                throw new FailureException(
                        Failure.IMAGE_CORRUPT, e, partition.file() + ": " + String.join(", ", e.arguments()));
            }
            throw e;
        }
    }

    private static void require(boolean holds, String what) throws FailureException {
        if (!holds) {
            throw new FailureException(Failure.IMAGE_CORRUPT, what);
        }
    }
}
