package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers large files that had the right digest, so that five hundred machines that deploy one image do not have its index read
 * five hundred times. A file that was written since is read again; bytes that change on the disk by themselves are found by the
 * agent, which compares the index with the manifest. Safe for threads.
 */
final class SeenFiles {
    private static final long LARGE = 1 << 20;
    private static final int MOST = 10_000;

    private final Map<Path, Look> sound = new ConcurrentHashMap<>();

    private record Look(String digest, long bytes, FileTime changed, Object file) {}

    /** @throws FailureException IMAGE_CORRUPT when the file has another digest */
    void require(Path file, String digest) throws IOException, FailureException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Look look = new Look(digest, now.size(), now.lastModifiedTime(), now.fileKey());
            if (look.equals(sound.get(file))) {
                return;
            }
            if (!FileDigest.of(file, done -> {}).equals(digest)) {
                throw new FailureException(
                        Failure.IMAGE_CORRUPT, file.getFileName().toString());
            }
            if (now.size() >= LARGE && sound.size() < MOST) {
                sound.put(file, look);
            }
        } catch (NoSuchFileException e) {
            throw new FailureException(
                    Failure.IMAGE_CORRUPT, e, file.getFileName().toString());
        }
    }
}
