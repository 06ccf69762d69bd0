package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process whose output is read while it runs. */
final class ProcessTool implements Tools.RunningTool {
    private static final int GRACE_SECONDS = 2;
    private static final int STOPPED = -1;

    private final Process process;
    private final CompletableFuture<String> errors;

    ProcessTool(Process process) {
        this.process = process;
        this.errors = LastLines.follow(process.getErrorStream());
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public ToolResult end() throws FailureException {
        try {
            boolean ended = process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            int exitCode = process.waitFor();
            return new ToolResult(ended ? exitCode : STOPPED, "", errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(Failure.CANCELLED, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
