package fr.brume.domain.task;

import java.util.List;
import java.util.stream.Collectors;

/** The values of a text in one column, one per line. They may come from a machine: they are cut, and lose control characters. */
final class ArgumentLines {
    private static final int LONGEST = 200;
    private static final int MOST = 8;

    private ArgumentLines() {}

    static String join(List<String> arguments) {
        return arguments == null
                ? ""
                : arguments.stream().limit(MOST).map(a -> line(a, LONGEST)).collect(Collectors.joining("\n"));
    }

    static List<String> split(String lines) {
        return lines == null || lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    static String line(String value, int longest) {
        String text = value == null ? "" : value.replaceAll("\\p{Cntrl}", " ");
        return text.substring(0, Math.min(text.length(), longest));
    }
}
