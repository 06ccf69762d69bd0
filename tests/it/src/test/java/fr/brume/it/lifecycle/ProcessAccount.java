package fr.brume.it.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What Linux knows of a process.
 *
 * @param threads its threads whose name begins with that of the adapter's
 * @param libraries native libraries of zstd that are mapped
 * @param listeners sockets that listen or wait for datagrams on the server's own ports
 */
record ProcessAccount(long threads, long libraries, long listeners) {
    static ProcessAccount of(long pid, int transferPort, int tftpPort) {
        Path process = Path.of("/proc", Long.toString(pid));
        return new ProcessAccount(
                threads(process), libraries(process), open("tcp", transferPort, "0A") + open("udp", tftpPort, "07"));
    }

    private static long threads(Path process) {
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            return tasks.filter(task -> read(task.resolve("comm")).startsWith("brume-"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long libraries(Path process) {
        return read(process.resolve("maps"))
                .lines()
                .filter(line -> line.contains("libzstd"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .count();
    }

    private static long open(String protocol, int port, String state) {
        String address = String.format(":%04X ", port);
        return Stream.of(protocol, protocol + "6")
                .flatMap(name -> read(Path.of("/proc/net", name)).lines())
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && (words[1] + " ").endsWith(address) && words[3].equals(state))
                .count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
