package fr.brume.adapter.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;

/** A fixed number of threads for what blocks: endpoints, files, codecs. Its queue has an end, so that a flood is refused instead of stored. Safe for threads. */
public final class WorkerPool {
    private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

    private final List<LongWork> workers = new ArrayList<>();
    private final Queue<Runnable> requests = new ArrayDeque<>();
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private final int capacity;
    private boolean requestsTurn;
    private boolean stopped;

    /** A pool whose workers the caller starts: see {@link #workers}. */
    public WorkerPool(int size, int capacity) {
        this.capacity = capacity;
        for (int i = 1; i <= size; i++) {
            workers.add(new Worker("brume-worker-" + i));
        }
    }

    public List<LongWork> workers() {
        return Collections.unmodifiableList(workers);
    }

    /** Takes a request of somebody who waits; false when too many wait already. Requests and jobs are served in turn. */
    public synchronized boolean offer(Runnable request) {
        return requests.size() < capacity && add(requests, request);
    }

    /** Takes a job that must not be lost; the caller bounds how many there can be. False only when the pool has stopped. */
    public synchronized boolean add(Runnable job) {
        return add(jobs, job);
    }

    private boolean add(Queue<Runnable> queue, Runnable task) {
        if (stopped) {
            return false;
        }
        queue.add(task);
        notify();
        return true;
    }

    /** Tasks that wait. */
    public synchronized int waiting() {
        return requests.size() + jobs.size();
    }

    /** Ends the workers once what waits has been done. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized Runnable take() throws InterruptedException {
        while (waiting() == 0 && !stopped) {
            wait();
        }
        // In turn, so that a slow disk does not keep machines from starting, nor a flood of requests transfers from
        // going on.
        requestsTurn = !requestsTurn;
        Runnable task = requestsTurn ? requests.poll() : jobs.poll();
        return task != null || waiting() == 0 ? task : (requestsTurn ? jobs : requests).poll();
    }

    private final class Worker extends LongWork {
        private static final long serialVersionUID = 1L;

        private Worker(String name) {
            super(name);
        }

        @Override
        protected void work() {
            try {
                for (Runnable task = take(); task != null; task = take()) {
                    run(task);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A task of the worker pool failed", e);
            }
        }

        @Override
        public void release() {
            stop();
        }
    }
}
