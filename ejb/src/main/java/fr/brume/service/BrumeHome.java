package fr.brume.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds what Brume keeps: {@code BRUME_HOME}, else {@code ~/.brume}. */
public final class BrumeHome {
    private BrumeHome() {}

    public static Path folder() {
        String chosen = System.getenv("BRUME_HOME");
        return chosen == null || chosen.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".brume")
                : Path.of(chosen);
    }

    /** Where images are kept. */
    public static Path images() {
        return folder().resolve("images");
    }

    /** Writes a file that its owner alone can read, in place of one that may be there. */
    public static Path writePrivate(String name, String text) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(folder());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
