package fr.brume.it.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Machines that are switched on one after the other within some seconds, and start at the same time. */
final class ManyStarts {
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final int machines;
    private final IntFunction<SimulatedPc> machine;

    ManyStarts(int machines, IntFunction<SimulatedPc> machine) {
        this.machines = machines;
        this.machine = machine;
    }

    /** What went wrong; empty when every machine has started. */
    Queue<Throwable> failures() {
        return failures;
    }

    /**
     * Starts all and waits for the last.
     *
     * @param within time between the first machine's first question and the last one's
     * @param limit longest wait
     * @return time until the last had all
     */
    Duration run(Duration within, Duration limit) throws InterruptedException {
        ScheduledExecutorService machinesRoom = Executors.newScheduledThreadPool(machines);
        CountDownLatch left = new CountDownLatch(machines);
        long start = System.nanoTime();
        for (int i = 0; i < machines; i++) {
            SimulatedPc pc = machine.apply(i);
            machinesRoom.schedule(() -> boot(pc, left), within.toNanos() * i / machines, TimeUnit.NANOSECONDS);
        }
        if (!left.await(limit.toSeconds(), TimeUnit.SECONDS)) {
            failures.add(new AssertionError(left.getCount() + " machines not started within " + limit));
        }
        machinesRoom.shutdownNow();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void boot(SimulatedPc pc, CountDownLatch left) {
        try {
            pc.boot();
        } catch (IOException | RuntimeException | AssertionError e) {
            failures.add(e);
        } finally {
            left.countDown();
        }
    }
}
