package fr.brume.store;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionFile;
import fr.brume.protocol.image.PartitionManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Turns a staged version into a committed one. Done again after a crash at any point, it ends in the same state: the folder is
 * renamed only when all in it is durable, and {@code current} names it only when the new name is durable.
 */
final class VersionCommit {
    private static final String CURRENT = "current";

    private final Path image;
    private final SigningKey key;

    VersionCommit(Path image, SigningKey key) {
        this.image = image;
        this.key = key;
    }

    /** @return the seal of the version */
    String run(StagedVersion staged, ImageManifest manifest, int number, CheckProgress progress, CommitConsent consent)
            throws IOException, FailureException {
        Path version = image.resolve(folder(number));
        if (Files.isDirectory(staged.folder()) || !Files.isDirectory(version)) {
            checkAndSign(staged.folder(), manifest, progress);
            consent.require();
            // What has this number and no entry in the database is left from a store or a database that was put back.
            new ImageFolder(image).delete(folder(number));
            DurableFiles.rename(staged.folder(), version);
        }
        consent.require();
        use(image, number);
        return DigestList.seal(version);
    }

    private void checkAndSign(Path folder, ImageManifest manifest, CheckProgress progress)
            throws IOException, FailureException {
        ManifestFile.write(folder, manifest);
        syncAll(folder);
        FilesBefore before = FilesBefore.of(folder);
        SortedMap<String, String> digests = new VersionCheck(folder, manifest).run(wanted(folder, manifest), progress);
        // A machine that began again while this read must not have its half written partition sealed.
        before.requireSame();
        deleteAllBut(folder, digests.keySet());
        DigestList.write(folder, key, digests);
    }

    /** Names the version that is in use. */
    static void use(Path image, int number) throws IOException {
        DurableFiles.replace(image.resolve(CURRENT), (folder(number) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Name of the folder of a version, {@code v0001}. */
    static String folder(int number) {
        return String.format("v%04d", number);
    }

    /** Name of the folder in use; empty when there is none. */
    static String current(Path image) throws IOException {
        Path file = image.resolve(CURRENT);
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                : "";
    }

    /** The files there that belong to a version of this manifest. */
    private static List<String> wanted(Path folder, ImageManifest manifest) throws IOException, FailureException {
        Set<String> names = new HashSet<>();
        names.add(ManifestFile.NAME);
        for (PartitionManifest partition : VersionCheck.stored(manifest)) {
            names.add(partition.file());
            names.add(PartitionFile.index(Path.of(""), partition.file()).toString());
        }
        return DigestList.names(folder).stream()
                .filter(name -> names.contains(name) || SideFiles.isName(name))
                .toList();
    }

    /** Journals of the upload go, and partitions that an earlier try of the same capture left and this one does not have. */
    private static void deleteAllBut(Path folder, Set<String> wanted) throws IOException {
        for (Path file : files(folder)) {
            if (!wanted.contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
    }

    private static void syncAll(Path folder) throws IOException {
        for (Path file : files(folder)) {
            DurableFiles.sync(file);
        }
        DurableFiles.sync(folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
