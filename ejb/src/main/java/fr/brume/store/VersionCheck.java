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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/** Reads a whole version once, compares it with its manifest and its indexes, and takes the digests of its files. */
final class VersionCheck {
    private static final int MOST_PARTITIONS = 1024;

    private final Path folder;
    private final ImageManifest manifest;

    VersionCheck(Path folder, ImageManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Reads these files, every stored partition among them.
     *
     * @return their digests by name, of the same bytes that were compared
     * @throws FailureException IMAGE_CORRUPT that names the partition and what is wrong in it
     */
    SortedMap<String, String> run(Collection<String> names, CheckProgress progress)
            throws IOException, FailureException {
        Map<String, PartitionManifest> partitions = new HashMap<>();
        for (PartitionManifest partition : stored(manifest)) {
            require(names.contains(partition.file()), partition.file());
            partitions.put(partition.file(), partition);
        }
        return VersionReading.digests(
                folder,
                names,
                (name, done) -> partitions.containsKey(name)
                        ? check(partitions.get(name), done)
                        : FileDigest.of(folder.resolve(name), done),
                progress);
    }

    /** Reads one partition of a version again. */
    void one(PartitionManifest partition) throws IOException, FailureException {
        check(partition, done -> {});
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

    private String check(PartitionManifest partition, LongConsumer done) throws IOException, FailureException {
        try (StoredPartition stored = StoredPartition.open(folder, partition.file())) {
            FileDigest digest = new FileDigest(stored.stream(), done);
            try (PartitionCheck check = new PartitionCheck(stored, digest::add)) {
                requireAsManifest(stored, check, partition);
            }
            return digest.finish();
        } catch (FailureException e) {
            if (e.failure() == Failure.NOT_FOUND || e.failure() == Failure.CORRUPT_DATA) {
                throw new FailureException(
                        Failure.IMAGE_CORRUPT, e, partition.file() + ": " + String.join(", ", e.arguments()));
            }
            throw e;
        }
    }

    private static void requireAsManifest(StoredPartition stored, PartitionCheck check, PartitionManifest partition)
            throws IOException, FailureException {
        PartitionGeometry geometry = stored.index().geometry();
        require(geometry.blockSize() == partition.blockSize(), partition.file() + " block size");
        require(geometry.regionSize() == partition.regionSize(), partition.file() + " region size");
        require(geometry.headFrames() == partition.headFrames(), partition.file() + " head frames");
        String root = RootDigest.text(stored.index().root());
        require(root.equals(partition.rootDigest()), partition.file() + " root digest");
        PartcloneHeader header = check.run();
        long used = header.usedByBitmap() * header.blockSize();
        require(header.deviceBytes() <= partition.bytes() && used <= partition.bytes(), partition.file() + " size");
    }

    private static void require(boolean holds, String what) throws FailureException {
        if (!holds) {
            throw new FailureException(Failure.IMAGE_CORRUPT, what);
        }
    }
}
