package fr.brume.lab.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of the lab on the host. Thread-safe: has no state. */
public final class LabFolder {
    private LabFolder() {}

    /**
     * A folder for what a test makes.
     *
     * @param name name below {@code target/lab}
     * @return the folder, made when missing
     */
    public static Path of(String name) {
        return make(Path.of("target", "lab", name).toAbsolutePath());
    }

    /** {@return the folder of everything that the lab makes} */
    public static Path root() {
        return make(Path.of("target", "lab").toAbsolutePath());
    }

    /**
     * A program that was unpacked and not installed.
     *
     * @param path path below the root of a Debian system, without leading slash
     * @return where it is
     */
    public static Path tool(String path) {
        Path tools =
                Path.of(System.getProperty("brume.tools", System.getProperty("user.home") + "/.cache/brume/tools"));
        Path program = tools.resolve(path);
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("missing " + program + ": tests/packages.sh --unpack brings it");
        }
        return program;
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
