package fr.brume.protocol.driver;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name of an entry of an archive, as a path below the folder into which it is unpacked.
 *
 * @param segments folders and file; at least one, none of which leads elsewhere or means a device of Windows
 */
public record EntryPath(List<String> segments) {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 20;
    private static final String FORBIDDEN = "<>:\"|?*";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    public EntryPath {
        segments = List.copyOf(segments);
    }

    /** The path of this name; empty for one that must not be unpacked. Both slashes part folders, as archives of Windows have both. */
    public static Optional<EntryPath> of(String name) {
        String path = name.replace('\\', '/');
        List<String> segments =
                List.of((path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1));
        boolean good = name.length() <= LONGEST
                && segments.size() <= DEEPEST
                && segments.stream().allMatch(EntryPath::good);
        return good ? Optional.of(new EntryPath(segments)) : Optional.empty();
    }

    /** What Windows can store under that very name: no {@code ..}, no drive, no stream, no device. */
    private static boolean good(String segment) {
        String stem = segment.toLowerCase(Locale.ROOT).replaceFirst("\\..*$", "");
        return !segment.isEmpty()
                && !segment.endsWith(".")
                && !segment.endsWith(" ")
                && segment.chars().allMatch(c -> c >= ' ' && c != 127 && FORBIDDEN.indexOf(c) < 0)
                && !DEVICES.contains(stem)
                && !stem.matches("(com|lpt)[0-9]");
    }

    /** The same for every spelling that Windows takes for one file. */
    public String key() {
        return String.join("/", segments).toLowerCase(Locale.ROOT);
    }

    /** Whether it describes a driver. */
    public boolean driver() {
        return key().endsWith(".inf");
    }
}
