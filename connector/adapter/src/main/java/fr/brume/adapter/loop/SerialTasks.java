package fr.brume.adapter.loop;

import java.util.ArrayDeque;
import java.util.Queue;

/** Tasks that run on a pool one after the other in the order given, whichever worker takes them. Safe for threads. */
public final class SerialTasks {
    private final WorkerPool pool;
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private boolean running;

    public SerialTasks(WorkerPool pool) {
        this.pool = pool;
    }

    /** Adds a task; the caller bounds how many there can be. */
    public synchronized void add(Runnable task) {
        queue.add(task);
        if (!running) {
            running = pool.add(this::runNext);
        }
    }

    private void runNext() {
        try {
            next().run();
        } finally {
            again();
        }
    }

    private synchronized Runnable next() {
        return queue.remove();
    }

    private synchronized void again() {
        running = !queue.isEmpty() && pool.add(this::runNext);
    }
}
