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
import java.util.TreeMap;

/** Length and time of each file of a version before it is read, to be compared when it was. */
record FilesBefore(Path folder, Map<String, Look> looks) {
    record Look(long bytes, FileTime changed) {}

    static FilesBefore of(Path folder) throws IOException {
        Map<String, Look> looks = new TreeMap<>();
        for (String name : DigestList.names(folder)) {
            looks.put(name, look(folder.resolve(name)));
        }
        return new FilesBefore(folder, looks);
    }

    private static Look look(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Look(now.size(), now.lastModifiedTime());
    }

    /** @throws FailureException IMAGE_CORRUPT that names a file that was changed, taken away or added */
    void requireSame() throws IOException, FailureException {
        DigestList.requireNames(folder, looks.keySet());
        for (Map.Entry<String, Look> before : looks.entrySet()) {
            try {
                if (!look(folder.resolve(before.getKey())).equals(before.getValue())) {
                    throw new FailureException(Failure.IMAGE_CORRUPT, before.getKey());
                }
            } catch (NoSuchFileException e) {
                throw new FailureException(Failure.IMAGE_CORRUPT, e, before.getKey());
            }
        }
    }
}
