package fr.brume.lab.fault;

import fr.brume.lab.disk.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of an image as it lies on the server's disk.
 *
 * @param folder folder below {@code BRUME_HOME/images}
 */
record StoredImage(Path folder) {
    /** Name of the version in use. */
    String current() {
        try {
            return Files.readString(folder.resolve("current")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of all that lies in the folder, in alphabetical order. */
    List<String> names() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 by path of all files of one version. */
    Map<String, String> digests(String version) {
        return Digests.below(folder.resolve(version));
    }

    /** Bytes of all files of one version. */
    long bytes(String version) {
        try (Stream<Path> files = Files.walk(folder.resolve(version))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
