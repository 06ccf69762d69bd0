package fr.brume.agent.progress;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Set once when the task must not go on; every wait of the agent ends then. Safe for threads. */
public final class Cancellation implements Waiting {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile Failure cause = Failure.CANCELLED;

    /** Stops the task; the first cause counts. */
    public synchronized void cancel(Failure why) {
        if (!cancelled()) {
            cause = why;
            cancelled.countDown();
        }
    }

    public boolean cancelled() {
        return cancelled.getCount() == 0;
    }

    /** Throws the cause, mostly {@link Failure#CANCELLED}, once the task must stop. */
    public void check() throws FailureException {
        if (cancelled()) {
            throw new FailureException(cause);
        }
    }

    @Override
    public void pause(Duration time) throws FailureException {
        try {
            if (cancelled.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FailureException(cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(Failure.CANCELLED, e);
        }
    }
}
