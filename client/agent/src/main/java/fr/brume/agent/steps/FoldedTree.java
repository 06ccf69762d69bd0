package fr.brume.agent.steps;

import fr.brume.protocol.driver.EntryPath;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the entries of one archive go: folders that Windows takes for one are one, in the spelling that came first. */
final class FoldedTree {
    private final Path root;
    private final Map<String, Path> places = new HashMap<>();

    FoldedTree(Path root) {
        this.root = root;
    }

    /** The place of a folder. */
    Path folder(EntryPath path) {
        return folder(path.segments());
    }

    /** The place of a file; CORRUPT_DATA when Windows would take it for another entry. */
    Path file(EntryPath path) throws FailureException {
        List<String> segments = path.segments();
        int last = segments.size() - 1;
        Path place = folder(segments.subList(0, last)).resolve(segments.get(last));
        if (places.putIfAbsent(path.key(), place) != null) {
            throw new FailureException(Failure.CORRUPT_DATA, path.key());
        }
        return place;
    }

    private Path folder(List<String> segments) {
        Path place = root;
        StringBuilder key = new StringBuilder();
        for (String segment : segments) {
            key.append(key.length() == 0 ? "" : "/").append(segment.toLowerCase(Locale.ROOT));
            Path plain = place.resolve(segment);
            Path first = places.putIfAbsent(key.toString(), plain);
            place = first == null ? plain : first;
        }
        return place;
    }
}
