package fr.brume.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Does its jobs one at a time, in the order in which they came, on the threads of another executor. One that throws does not keep
 * those behind it. Safe for threads.
 */
public final class SerialExecutor implements Executor {
    private final Executor threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    public SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    /**
     * Does it when those before it are done.
     *
     * @throws java.util.concurrent.RejectedExecutionException when there is no thread for it; it is forgotten then
     */
    @Override
    public synchronized void execute(Runnable job) {
        waiting.addLast(job);
        if (working) {
            return;
        }
        boolean submitted = false;
        try {
            submit();
            submitted = true;
        } finally {
            if (!submitted) {
                waiting.removeLastOccurrence(job);
            }
        }
    }

    private void submit() {
        boolean submitted = false;
        working = true;
        try {
            threads.execute(this::runFirst);
            submitted = true;
        } finally {
            if (!submitted) {
                working = false;
            }
        }
    }

    private void runFirst() {
        try {
            first().run();
        } finally {
            goOn();
        }
    }

    private synchronized Runnable first() {
        return waiting.removeFirst();
    }

    /** Each job is one of its own for the threads, so that what it throws ends no other. */
    private void goOn() {
        if (!handedOn()) {
            runFirst();
        }
    }

    /** Whether the next job has a thread, or none waits. With none for it this one does it: nobody else would tell its owner. */
    private synchronized boolean handedOn() {
        working = false;
        try {
            if (!waiting.isEmpty()) {
                submit();
            }
            return true;
        } catch (RejectedExecutionException | IllegalStateException e) {
            working = true;
            return false;
        }
    }
}
