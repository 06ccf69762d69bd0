package fr.brume.agent.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.RegionCodec;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The threads and the memory through which the regions of a task pass: as many workers as processors and some more, which wait for
 * the disk meanwhile, fewer where the memory is small; and a fixed number of slots, so that a fast reader waits for a slow writer.
 * Safe for threads.
 */
public final class RegionPool implements AutoCloseable {
    /** Regions of memory per worker: its slot, the codec's buffer, and the tables of a usual or of a high level. */
    private static final int USUAL_COST = 4;

    private static final int HIGH_COST = 16;
    private static final int HIGH_LEVEL = 13;
    private static final int SPARE_SLOTS = 2;
    /** Workers that the disk keeps waiting while the others are busy. */
    public static final int AT_THE_DISK = 2;

    /** What is read along before and behind a region, bytes. */
    private static final int EDGES = 2 << 12;

    private static final int END_SECONDS = 60;

    private final BlockingQueue<Slot> free;
    private final BlockingQueue<RegionCodec> codecs;
    private final ExecutorService workers;
    private final int slots;
    private final int threads;

    public RegionPool(int regionSize, int level, int workers) {
        this.slots = workers + SPARE_SLOTS;
        this.threads = workers;
        this.free = new ArrayBlockingQueue<>(slots);
        this.codecs = new ArrayBlockingQueue<>(workers);
        for (int i = 0; i < slots; i++) {
            free.add(new Slot(Math.max(RegionCodec.bound(regionSize), regionSize + EDGES)));
        }
        for (int i = 0; i < workers; i++) {
            codecs.add(new RegionCodec(regionSize, level));
        }
        this.workers = Executors.newFixedThreadPool(workers, RegionPool::daemon);
    }

    /** For this machine, within half of the memory that Java may use. */
    public static RegionPool forMachine(int regionSize, int level) {
        long perWorker = (long) regionSize * (level >= HIGH_LEVEL ? HIGH_COST : USUAL_COST);
        long affordable = Runtime.getRuntime().maxMemory() / 2 / perWorker;
        int wanted = Runtime.getRuntime().availableProcessors() + AT_THE_DISK;
        return new RegionPool(regionSize, level, (int) Math.max(1, Math.min(wanted, affordable)));
    }

    /** Slots in all; no more regions are under way. */
    public int slots() {
        return slots;
    }

    /** Threads that work on regions. */
    public int threads() {
        return threads;
    }

    /** A slot, as soon as one is free. */
    public Slot take() throws FailureException {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(Failure.CANCELLED, e);
        }
    }

    public void give(Slot slot) {
        free.add(slot);
    }

    /** Something to do with a codec of its own. */
    @FunctionalInterface
    public interface Work<T> {
        T run(RegionCodec codec) throws FailureException;
    }

    public <T> Future<T> submit(Work<T> work) {
        Callable<T> job = () -> {
            RegionCodec codec = codecs.take();
            try {
                return work.run(codec);
            } finally {
                codecs.add(codec);
            }
        };
        return workers.submit(job);
    }

    /** The result of a work, or its failure as if it had been done here. */
    public static <T> T result(Future<T> future) throws FailureException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FailureException failure
                    ? failure
                    : new FailureException(Failure.INTERNAL, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(Failure.CANCELLED, e);
        }
    }

    /** The same of the work whose turn it is, once there is one. */
    public static <T> T next(BlockingQueue<Future<T>> order) throws FailureException {
        try {
            return result(order.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(Failure.CANCELLED, e);
        }
    }

    /** Lets the workers end what they have, without an interrupt, which would close the disk; then frees the codecs. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                codecs.forEach(RegionCodec::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "region");
        thread.setDaemon(true);
        return thread;
    }
}
