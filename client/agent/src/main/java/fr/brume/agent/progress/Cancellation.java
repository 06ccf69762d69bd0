package fr.brume.agent.progress;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Set once when the task must not go on; every wait of the agent ends then. Safe for threads. */
public final class Cancellation implements Waiting {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final List<Channel> blocking = new ArrayList<>();
    private volatile Failure cause = Failure.CANCELLED;

    /** Stops the task; the first cause counts. */
    public synchronized void cancel(Failure why) {
        if (!cancelled()) {
            cause = why;
            cancelled.countDown();
            blocking.forEach(Cancellation::close);
        }
    }

    /** A channel on which a thread may be blocked: closing it ends the call. Those that are closed are forgotten. */
    public synchronized void closeWhenCancelled(Channel channel) {
        blocking.removeIf(other -> !other.isOpen());
        blocking.add(channel);
        if (cancelled()) {
            close(channel);
        }
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(Cancellation.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
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
