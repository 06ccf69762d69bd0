package fr.brume.boot.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file below the boot folder: one to four plain segments. What a client sends becomes one of these or is refused,
 * so that no name leaves the folder or reaches a hidden file. Immutable.
 *
 * @param text segments with {@code /} between them, without one in front
 */
public record BootFileName(String text) {
    private static final int LONGEST = 255;
    private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9_.+-]*";
    private static final Pattern CLEAN = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,3}");
    private static final Pattern JUNK_AT_END = Pattern.compile("[\\u00ff\\ufffd\\u0000]+$");

    public BootFileName {
        if (!CLEAN.matcher(text).matches()) {
            throw new IllegalArgumentException("not a clean name");
        }
    }

    /**
     * Cleans a name as asked: the path that the same file has by HTTP, slashes in front, backslashes of Windows-minded firmware, and the 0xFF that some ROMs append from
     * the DHCP packet.
     *
     * @return empty for what cannot be the name of a boot file
     */
    public static Optional<BootFileName> clean(String asked) {
        if (asked == null || asked.length() > LONGEST) {
            return Optional.empty();
        }
        String name =
                JUNK_AT_END.matcher(asked).replaceFirst("").replace('\\', '/').replaceFirst("^/*(?:boot/file/)?/*", "");
        return CLEAN.matcher(name).matches() ? Optional.of(new BootFileName(name)) : Optional.empty();
    }

    /** The file in this folder; it need not exist. */
    public Path in(Path folder) {
        return folder.resolve(text);
    }
}
