package fr.brume.adapter.loop;

import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A Work that lasts as long as the adapter, and says so to the container, which keeps other threads for such. */
public abstract class LongWork implements Work, WorkContextProvider {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient CountDownLatch ended = new CountDownLatch(1);

    protected LongWork(String name) {
        this.name = name;
    }

    @Override
    public final void run() {
        Thread thread = Thread.currentThread();
        String before = thread.getName();
        thread.setName(name);
        try {
            work();
        } finally {
            thread.setName(before);
            ended.countDown();
        }
    }

    /** The work itself; returns soon after {@link #release}. */
    protected abstract void work();

    /** Waits until the work has returned; false when it has not in time. */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public List<WorkContext> getWorkContexts() {
        HintsContext hints = new HintsContext();
        hints.setName(name);
        hints.setHint(HintsContext.NAME_HINT, name);
        hints.setHint(HintsContext.LONGRUNNING_HINT, Boolean.TRUE);
        return List.of(hints);
    }

    @Override
    public String toString() {
        return name;
    }
}
