package fr.brume.domain;

import java.util.List;
import java.util.stream.Collectors;

/** The values of a text in one column, one per line. They may come from a machine: they are cut, and lose control characters. */
public final class ArgumentLines {
    private static final int LONGEST = 200;
    private static final int MOST = 8;

    private ArgumentLines() {}

    /** The text of at most eight values of at most 200 characters each; empty for none. */
    public static String join(List<String> arguments) {
        return arguments == null
                ? ""
                : arguments.stream().limit(MOST).map(a -> line(a, LONGEST)).collect(Collectors.joining("\n"));
    }

    /** The values in such a text. */
    public static List<String> split(String lines) {
        return lines == null || lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    /** One value without control characters, cut to this length in characters; empty for null. */
    public static String line(String value, int longest) {
        String text = value == null ? "" : value.replaceAll("\\p{Cntrl}", " ");
        return text.substring(0, Math.min(text.length(), longest));
    }
}
