package fr.brume.domain;

import java.util.List;
import java.util.stream.Collectors;

/** The values in the sentence of a failure as one column holds them: one per line. They may come from a machine: they are cut. */
public final class FailureArguments {
    private static final int LONGEST = 200;
    private static final int MOST = 8;

    private FailureArguments() {}

    /** The text of at most eight arguments of at most 200 characters each; empty for none. */
    public static String stored(List<String> arguments) {
        return arguments == null
                ? ""
                : arguments.stream().limit(MOST).map(FailureArguments::line).collect(Collectors.joining("\n"));
    }

    /** The arguments in such a text. */
    public static List<String> read(String stored) {
        return stored == null || stored.isEmpty() ? List.of() : List.of(stored.split("\n", -1));
    }

    private static String line(String argument) {
        String text = argument == null ? "" : argument.replaceAll("\\p{Cntrl}", " ");
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
