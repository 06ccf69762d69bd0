package fr.brume.it.machine;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server holds at one moment, as its operating system and its virtual machine say.
 *
 * @param heap bytes of live objects, right after a collection
 * @param threads of the process
 * @param descriptors open files and sockets
 * @param nativeCopies mapped copies of the native compression library
 */
record Footprint(long heap, int threads, int descriptors, int nativeCopies) {
    /** Measures a process of this user; makes it collect its garbage. */
    static Footprint of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        return new Footprint(heap(pid), threads(process), descriptors(process), nativeCopies(process));
    }

    private static long heap(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String histogram = Command.run(jcmd, Long.toString(pid), "GC.class_histogram");
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(histogram));
        return Long.parseLong(total.split("\\s+")[2]);
    }

    private static int threads(Path process) {
        return lines(process.resolve("status"))
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.substring(8).strip()))
                .sum();
    }

    private static int nativeCopies(Path process) {
        return lines(process.resolve("maps"))
                .filter(line -> line.contains("libzstd-jni"))
                .map(line -> line.substring(line.indexOf('/')))
                .collect(Collectors.toSet())
                .size();
    }

    private static int descriptors(Path process) {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
