package fr.brume.bench.tftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The kernel's account of the processor time of a server and of all that it ever starts: a control group (version 2) of its own. The
 * processes' own figures would leave out the children of tftpd-hpa, who go without being waited for.
 */
final class ProcessorAccount implements AutoCloseable {
    private static final double MICROSECONDS = 1e6;

    private final Path group;

    ProcessorAccount(String name) throws IOException {
        group = mount().resolve(
                        "brume-bench-" + name + "-" + ProcessHandle.current().pid());
        Files.createDirectory(group);
    }

    private static Path mount() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields[2].equals("cgroup2"))
                .map(fields -> Path.of(fields[1]))
                .findFirst()
                .orElseThrow(() -> new IOException("no control groups of version 2 are mounted"));
    }

    /** Words before a command that put it on this account. */
    List<String> prefix() {
        return List.of("sh", "-c", "echo $$ >" + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh");
    }

    /** Seconds used so far. */
    double seconds() throws IOException {
        return Files.readAllLines(group.resolve("cpu.stat")).stream()
                        .map(line -> line.split(" "))
                        .filter(fields -> fields[0].equals("usage_usec"))
                        .mapToLong(fields -> Long.parseLong(fields[1]))
                        .sum()
                / MICROSECONDS;
    }

    /** Once all its processes are gone. */
    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
