package fr.brume.agent.steps;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /**
     * Where a file of these names is or belongs: the folders that are there keep their case.
     *
     * @throws FailureException TOOL_FAILED when one of them is a link: what is written there would land elsewhere
     */
    static Path place(Path root, String... names) throws FailureException {
        Path place = root;
        for (String name : names) {
            place = step(place, name);
        }
        return place;
    }

    private static Path step(Path folder, String name) throws FailureException {
        if (!Files.isDirectory(folder)) {
            return folder.resolve(name);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> same = entries.filter(
                            entry -> entry.getFileName().toString().equalsIgnoreCase(name))
                    .toList();
            for (Path entry : same) {
                if (Files.isSymbolicLink(entry)) {
                    throw new FailureException(Failure.TOOL_FAILED, "link", entry.toString(), "is a link");
                }
            }
            return same.isEmpty() ? folder.resolve(name) : same.get(0);
        } catch (IOException | UncheckedIOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "link", folder.toString(), e.toString());
        }
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
