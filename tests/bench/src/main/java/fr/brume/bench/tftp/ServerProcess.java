package fr.brume.bench.tftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A running server with all processes below it. Not safe for threads. */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE = 20;

    private final ServerKind kind;
    private final ProcessorAccount account;
    private final Process process;

    private ServerProcess(ServerKind kind, ProcessorAccount account, Process process) {
        this.kind = kind;
        this.account = account;
        this.process = process;
    }

    /** Starts a server, whose words go to a file. */
    static ServerProcess start(ServerKind kind, List<String> command, Path log) throws IOException {
        ProcessorAccount account = new ProcessorAccount(kind.label());
        List<String> words = new ArrayList<>(account.prefix());
        words.addAll(command);
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(kind, account, process);
    }

    ServerKind kind() {
        return kind;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Seconds of processor that the server has used so far. */
    double seconds() throws IOException {
        return account.seconds();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            for (ProcessHandle each : all) {
                each.onExit().get(PATIENCE, TimeUnit.SECONDS);
            }
            account.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IOException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
