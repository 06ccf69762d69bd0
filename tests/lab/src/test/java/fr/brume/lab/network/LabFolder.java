package fr.brume.lab.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
     * @param paths below the root of a Debian system, without leading slash; releases have it in different places
     * @return where it is
     */
    public static Path tool(String... paths) {
        Path tools =
                Path.of(System.getProperty("brume.tools", System.getProperty("user.home") + "/.cache/brume/tools"));
        return Stream.of(paths)
                .map(tools::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "missing " + List.of(paths) + " in " + tools + ": tests/packages.sh --unpack brings it"));
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
