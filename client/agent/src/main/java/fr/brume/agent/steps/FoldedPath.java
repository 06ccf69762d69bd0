package fr.brume.agent.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files of a Windows, whose names have no case of their own. Symbolic links are not followed: they mean other roots. */
final class FoldedPath {
    private FoldedPath() {}

    /** The file or folder below this root; empty when it is not there. */
    static Optional<Path> find(Path root, String... names) {
        Optional<Path> place = Optional.of(root);
        for (String name : names) {
            place = place.flatMap(folder -> entry(folder, name));
        }
        return place;
    }

    /** Where a file of these names is or belongs: the folders that are there keep their case. */
    static Path place(Path root, String... names) {
        Path place = root;
        for (String name : names) {
            place = entry(place, name).orElse(place.resolve(name));
        }
        return place;
    }

    private static Optional<Path> entry(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().equalsIgnoreCase(name))
                    .filter(entry -> !Files.isSymbolicLink(entry))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
