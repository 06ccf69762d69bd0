package fr.brume.boot.ipxe;

import fr.brume.boot.text.PlainText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes foreign text harmless in an iPXE script, where <code>${}</code> expands, {@code ||}, {@code &&} and {@code ;} end a
 * command and each line is one.
 */
final class IpxeWords {
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern NOT_IN_A_LABEL = Pattern.compile("[^ A-Za-z0-9._,:!?()/+'*=@-]");

    private IpxeWords() {}

    /** A host name with whatever host names do not have shown as {@code ?}. */
    static String name(String name) {
        return NOT_IN_A_NAME.matcher(name).replaceAll("?");
    }

    /** Text of the administrator, with whatever has a meaning in a script shown as {@code ?}. */
    static String label(String text) {
        return NOT_IN_A_LABEL.matcher(PlainText.ascii(text)).replaceAll("?").strip();
    }

    /**
     * Lines that the administrator wrote as a script; each ends with a line feed, empty ones and comments are left out. iPXE ends
     * the whole script at a command that fails, so a line that does not say itself what is done then goes to this label.
     */
    static String script(String lines, String label) {
        return lines.lines()
                .map(line -> PlainText.ascii(line).strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> (line.contains("||") ? line : line + " || goto " + label) + "\n")
                .collect(Collectors.joining());
    }
}
