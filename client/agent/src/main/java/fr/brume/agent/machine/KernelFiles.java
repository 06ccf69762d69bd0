package fr.brume.agent.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads the one-value files of sysfs. A file that is missing or cannot be read now (a link without carrier) is empty. */
final class KernelFiles {
    private static final int LONGEST = 256;

    private KernelFiles() {}

    static String text(Path file) {
        try {
            String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
        } catch (IOException e) {
            return "";
        }
    }

    static long number(Path file, long otherwise) {
        try {
            return Long.parseLong(text(file));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Names in a folder, ordered; none when the folder is missing. */
    static List<String> names(Path folder, Comparator<String> order) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(p -> p.getFileName().toString()).sorted(order).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
