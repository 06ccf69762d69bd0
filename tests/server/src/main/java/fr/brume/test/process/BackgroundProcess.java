package fr.brume.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs beside the test, with what it says in a file. It and its children are ended by their process
 * identifiers. Not thread-safe.
 */
public final class BackgroundProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;

    private BackgroundProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param log file that both its outputs are appended to
     * @param environment variables added to those of the test
     * @param words program and arguments
     * @return the running program
     */
    public static BackgroundProcess start(Path log, Map<String, String> environment, List<String> words) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new BackgroundProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether the started program still runs} */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@return its process identifier and those of its children, children last} */
    public List<Long> identifiers() {
        List<Long> identifiers = new ArrayList<>();
        identifiers.add(process.pid());
        process.descendants().forEach(child -> identifiers.add(child.pid()));
        return identifiers;
    }

    /** {@return all that it said so far} */
    public String said() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for the program's own end.
     *
     * @param limit longest wait
     * @return whether it ended in time
     */
    public boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the program and its children as a power failure would: SIGKILL, nothing said before. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd(PATIENCE);
    }

    /** Asks the program and its children to end, and insists after 30 seconds. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        if (!awaitEnd(PATIENCE)) {
            kill();
        }
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
