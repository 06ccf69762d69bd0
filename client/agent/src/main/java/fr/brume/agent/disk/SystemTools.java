package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Programs of the environment as processes, speaking English whatever the site's language is. */
public final class SystemTools implements Tools {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** A check reads all metadata, and a resize may move all data: hours on a large slow disk. */
    private static final Duration CHECK_LIMIT = Duration.ofHours(6);
    /** A disk that erases itself: half a day for the largest with platters. */
    private static final Duration ERASE_LIMIT = Duration.ofHours(24);

    private static final int LONGEST_OUTPUT = 4 << 20;

    @Override
    public ToolResult run(List<String> command, String input) throws FailureException {
        Process process = launch(command);
        Duration limit = limit(command.get(0));
        process.onExit()
                .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly());
        CompletableFuture<String> errors = LastLines.follow(process.getErrorStream());
        try {
            feed(process, input);
            byte[] output = process.getInputStream().readNBytes(LONGEST_OUTPUT);
            int exitCode = process.waitFor();
            return new ToolResult(exitCode, new String(output, StandardCharsets.UTF_8), errors.join());
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, command.get(0), last(command), e.toString());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new FailureException(Failure.CANCELLED, e);
        }
    }

    private static Duration limit(String program) {
        return switch (program) {
            case "e2fsck", "fsck.fat", "ntfsfix" -> CHECK_LIMIT;
            case "ntfsresize", "resize2fs", "btrfs", "xfs_growfs", "resize.f2fs" -> CHECK_LIMIT;
            // The shell does nothing here but discard many stretches.
            case "hdparm", "nvme", "blkdiscard", "sh" -> ERASE_LIMIT;
            default -> LIMIT;
        };
    }

    private static void feed(Process process, String input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading all: its exit code says why.
            process.onExit().join();
        }
    }

    @Override
    public RunningTool start(String... command) throws FailureException {
        return new ProcessTool(launch(List.of(command)));
    }

    private static Process launch(List<String> command) throws FailureException {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C");
        environment.remove("LANGUAGE");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, command.get(0), last(command), e.getMessage());
        }
    }

    private static String last(List<String> command) {
        return command.get(command.size() - 1);
    }
}
