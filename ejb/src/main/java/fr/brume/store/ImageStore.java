package fr.brume.store;

import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskSpace;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * The images on disk: {@code images/PATH/v0001/}, {@code .staging-TASK/} and {@code current}. Every method tells a full disk
 * (SERVER_DISK_FULL) from other trouble with it (STORAGE_ERROR). Safe for threads.
 */
public final class ImageStore {
    private final Path images;
    private final SigningKey key;
    private final SeenFiles seen = new SeenFiles();

    /**
     * @param images folder that holds one folder per image; made when first needed
     * @param key that signs versions
     */
    public ImageStore(Path images, SigningKey key) {
        this.images = images;
        this.key = key;
    }

    /**
     * The staged version of a capture: made, or found again as the same task left it.
     *
     * @param isActive whether a task of this id still runs; what others have staged is then theirs
     * @throws FailureException IMAGE_IN_CAPTURE when another active task stages this image, IMAGE_SIGNATURE when the site's key is
     *     lost
     */
    public synchronized StagedVersion begin(String path, long taskId, LongPredicate isActive) throws FailureException {
        return Storage.of(() -> {
            Path image = image(path);
            refuseCaseClash(path);
            key.requireFor(images);
            for (Leftover other : new ImageFolder(image).leftovers()) {
                if (other.taskId() != taskId && isActive.test(other.taskId())) {
                    throw new FailureException(Failure.IMAGE_IN_CAPTURE, path);
                }
            }
            StagedVersion staged = StagedVersion.of(image, taskId);
            if (!Files.isDirectory(staged.folder())) {
                Files.createDirectories(staged.folder());
                DurableFiles.sync(image);
                DurableFiles.sync(images);
            }
            return staged;
        });
    }

    private void refuseCaseClash(String path) throws IOException, FailureException {
        if (Files.isDirectory(images)) {
            try (Stream<Path> others = Files.list(images)) {
                boolean clash = others.map(other -> other.getFileName().toString())
                        .anyMatch(name -> name.equalsIgnoreCase(path) && !name.equals(path));
                if (clash) {
                    throw new FailureException(Failure.STORAGE_ERROR, "case of " + path);
                }
            }
        }
    }

    /** The staged version of a task, whether its folder exists or not. */
    public StagedVersion staged(String path, long taskId) throws FailureException {
        return StagedVersion.of(image(path), taskId);
    }

    /** Writes small files into a staged version; names that Brume does not know are refused. */
    public void putSideFiles(StagedVersion staged, List<SideFile> files) throws FailureException {
        Storage.run(() -> SideFiles.write(staged.folder(), files));
    }

    /**
     * Reads a staged version again, every frame, hash and CRC, and all against the manifest; signs it, and makes it the current
     * one. Takes as long as reading does. May be repeated after a crash.
     *
     * @param number of the version, from 1, not used before
     * @param progress of the reading
     * @param consent asked when all is read, before the version gets its place
     * @return the seal of the version
     * @throws FailureException IMAGE_CORRUPT that names what is wrong
     */
    public String commit(
            StagedVersion staged, ImageManifest manifest, int number, CheckProgress progress, CommitConsent consent)
            throws FailureException {
        VersionCommit commit = new VersionCommit(image(staged.path()), key);
        return Storage.of(() -> {
            key.requireFor(images);
            return commit.run(staged, manifest, number, progress, consent);
        });
    }

    /** Names this committed version in {@code current}, for people and tools; the database decides what deploys take. */
    public void use(String path, int number) throws FailureException {
        version(path, number);
        Storage.run(() -> VersionCommit.use(image(path), number));
    }

    /**
     * A committed version with what vouches for it.
     *
     * @param seal as {@link #commit} gave it; empty for a version from before there were seals
     * @throws FailureException IMAGE_MISSING when it is not there, IMAGE_SIGNATURE when the site's key is lost
     */
    public SealedVersion sealed(String path, int number, String seal) throws FailureException {
        Path folder = version(path, number);
        Storage.run(() -> key.requireFor(images));
        return new SealedVersion(folder, key, seal, seen);
    }

    /** The committed versions, by number. */
    public List<StoredVersion> versions(String path) throws FailureException {
        return Storage.of(() -> new ImageFolder(image(path)).versions());
    }

    /** What captures have staged and not committed. */
    public List<Leftover> leftovers(String path) throws FailureException {
        return Storage.of(() -> new ImageFolder(image(path)).leftovers());
    }

    /** The folder of a committed version. */
    public Path version(String path, int number) throws FailureException {
        Path folder = image(path).resolve(VersionCommit.folder(number));
        if (!Files.isDirectory(folder)) {
            throw new FailureException(Failure.IMAGE_MISSING, path);
        }
        return folder;
    }

    public ImageManifest manifest(String path, int number) throws FailureException {
        return Storage.of(() -> ManifestFile.read(version(path, number)));
    }

    public List<SideFile> sideFiles(String path, int number) throws FailureException {
        return Storage.of(() -> SideFiles.read(version(path, number)));
    }

    /** Bytes of a committed version on this disk. */
    public long bytesOnServer(String path, int number) throws FailureException {
        return Storage.of(() -> FolderTree.bytes(version(path, number)));
    }

    /** Bytes that deleting this would free at most: of a committed version, or of what its capture has staged; 0 for none. */
    public long bytesFreed(String path, int number, long stagedBy) throws FailureException {
        return Storage.of(() -> {
            Path committed = image(path).resolve(VersionCommit.folder(number));
            Path staged = staged(path, stagedBy).folder();
            return (Files.isDirectory(committed) ? FolderTree.bytes(committed) : 0)
                    + (Files.isDirectory(staged) ? FolderTree.bytes(staged) : 0);
        });
    }

    /** Bytes in use on the machine that was captured. */
    public static long bytesOnClient(ImageManifest manifest) {
        return ImageManifest.contents(manifest)
                .mapToLong(PartitionManifest::usedBytes)
                .sum();
    }

    /** Deletes a committed version; without effect when it is not there. The caller does not name the current one. */
    public void deleteVersion(String path, int number) throws FailureException {
        Storage.run(() -> new ImageFolder(image(path)).delete(VersionCommit.folder(number)));
    }

    /** Deletes what a task has staged; without effect when there is nothing. */
    public void deleteStaged(String path, long taskId) throws FailureException {
        Storage.run(() -> new ImageFolder(image(path)).delete(StagedVersion.PREFIX + taskId));
    }

    /** Deletes an image with all its versions; without effect when it is not there. */
    public void deleteImage(String path) throws FailureException {
        Storage.run(() -> new ImageFolder(images).delete(FolderName.checked(path)));
    }

    /** Deletes a folder outside of the images, with all that is in it. */
    public static void deleteFolder(Path folder) throws FailureException {
        Storage.run(() -> FolderTree.delete(folder));
    }

    /** Goes on with deletions of images and versions that a crash cut short. */
    public void finishDeletions() throws FailureException {
        Storage.run(() -> {
            ImageFolder all = new ImageFolder(images);
            all.finishDeletions();
            for (ImageFolder image : all.images()) {
                image.finishDeletions();
            }
        });
    }

    /** Bytes that can still be written. */
    public long freeBytes() throws FailureException {
        return Storage.of(() -> {
            Files.createDirectories(images);
            return Files.getFileStore(images).getUsableSpace();
        });
    }

    /** @throws FailureException SERVER_DISK_FULL when fewer bytes are free */
    public void requireFree(long bytes) throws FailureException {
        Storage.run(() -> DiskSpace.require(Files.createDirectories(images), bytes));
    }

    private Path image(String path) throws FailureException {
        return images.resolve(FolderName.checked(path));
    }
}
