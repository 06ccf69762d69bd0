package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.server.AgentServer;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells the server once a second where the task stands and hears whether it was cancelled. While the server is lost it keeps
 * asking, so that the screen says so and the task is found alive when the server is back.
 */
final class ProgressReporter implements AutoCloseable {
    private final AgentServer server;
    private final TaskProgress progress;
    private final Cancellation cancellation;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ProgressReporter::daemon);
    private volatile boolean closed;

    ProgressReporter(AgentServer server, TaskProgress progress, Cancellation cancellation) {
        this.server = server;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::report, 0, 1, TimeUnit.SECONDS);
    }

    private void report() {
        try {
            if (server.progress(progress.snapshot()).cancelled()) {
                cancellation.cancel(Failure.CANCELLED);
            }
        } catch (FailureException e) {
            if (!closed) {
                cancellation.cancel(e.failure());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
