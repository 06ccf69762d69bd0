package fr.brume.agent.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A control group of the kernel, of either version, whose processes get so much memory between them. */
final class MemoryLimit implements AutoCloseable {
    private static final Path FIRST = Path.of("/sys/fs/cgroup/memory");
    private static final Path SECOND = Path.of("/sys/fs/cgroup");

    private final Path group;

    MemoryLimit(long bytes) throws IOException {
        boolean first = Files.isDirectory(FIRST);
        group = (first ? FIRST : SECOND)
                .resolve("brume-" + ProcessHandle.current().pid());
        if (!first) {
            Files.writeString(SECOND.resolve("cgroup.subtree_control"), "+memory");
        }
        Files.createDirectory(group);
        Files.writeString(group.resolve(first ? "memory.limit_in_bytes" : "memory.max"), Long.toString(bytes));
    }

    /** What starts a program within it. */
    List<String> command() {
        return List.of("sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + "; exec \"$@\"", "sh");
    }

    /** Those of the environment for the agent's virtual machine, but for what its own folder holds. */
    List<String> optionsOfAgent() throws IOException {
        try (var lines = Files.lines(Path.of(System.getProperty("brume.java-options")))) {
            return lines.filter(line -> line.startsWith("-XX:"))
                    .filter(line -> !line.contains("File="))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
