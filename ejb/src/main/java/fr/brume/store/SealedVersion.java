package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionFile;
import fr.brume.protocol.image.PartitionManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;

/** A committed version and what vouches for its files. Safe for threads. */
public final class SealedVersion {
    private static final String STREAM = ".img";

    private final Path folder;
    private final SigningKey key;
    private final String seal;
    private final SeenFiles seen;

    SealedVersion(Path folder, SigningKey key, String seal, SeenFiles seen) {
        this.folder = folder;
        this.key = key;
        this.seal = seal;
        this.seen = seen;
    }

    /**
     * Compares everything that a deploy relies on before its first byte: signature, manifest, small files and indexes. The streams
     * are left to the agent, which compares each region with its index before it writes it. Without effect for a version without
     * seal.
     *
     * @throws FailureException IMAGE_CORRUPT that names the file that is not as it was stored
     */
    public void requireSound() throws FailureException {
        if (!seal.isEmpty()) {
            Storage.run(this::compareSmallFiles);
        }
    }

    private void compareSmallFiles() throws IOException, FailureException {
        Map<String, String> digests = DigestList.read(folder, key, seal);
        DigestList.requireNames(folder, digests.keySet());
        for (Map.Entry<String, String> file : digests.entrySet()) {
            if (!file.getKey().endsWith(STREAM)) {
                seen.require(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    /**
     * Reads the whole version again. One without seal is read as after a capture, and sealed.
     *
     * @return the seal
     * @throws FailureException IMAGE_CORRUPT that names the file, and the region where it can be told
     */
    public String verify(CheckProgress progress) throws FailureException {
        return Storage.of(() -> {
            if (seal.isEmpty()) {
                VersionCheck check = new VersionCheck(folder, ManifestFile.read(folder));
                return DigestList.write(folder, key, check.run(DigestList.names(folder), progress));
            }
            compareAll(progress);
            return seal;
        });
    }

    private void compareAll(CheckProgress progress) throws IOException, FailureException {
        Map<String, String> digests = DigestList.read(folder, key, seal);
        DigestList.requireNames(folder, digests.keySet());
        VersionReading.digests(
                folder, digests.keySet(), (name, done) -> compared(name, digests.get(name), done), progress);
    }

    private String compared(String name, String expected, LongConsumer done) throws IOException, FailureException {
        String digest = FileDigest.of(folder.resolve(name), done);
        if (!digest.equals(expected)) {
            throw explained(name);
        }
        return digest;
    }

    /** Looks into a partition whose bytes have changed; the cause then names the place, when the change has a meaning. */
    private FailureException explained(String name) throws IOException {
        try {
            ImageManifest manifest = ManifestFile.read(folder);
            for (PartitionManifest partition : VersionCheck.stored(manifest)) {
                String index =
                        PartitionFile.index(Path.of(""), partition.file()).toString();
                if (name.equals(partition.file()) || name.equals(index)) {
                    new VersionCheck(folder, manifest).one(partition);
                }
            }
            return new FailureException(Failure.IMAGE_CORRUPT, name);
        } catch (FailureException e) {
            boolean told = e.failure() == Failure.IMAGE_CORRUPT
                    && String.join("", e.arguments()).contains(": ");
            return told && !name.equals(ManifestFile.NAME) ? e : new FailureException(Failure.IMAGE_CORRUPT, e, name);
        }
    }
}
