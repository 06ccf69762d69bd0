package fr.brume.adapter.loop;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One thread, one selector, any number of channels. Whatever a handler does wrong costs that handler only. */
public final class EventLoop extends LongWork {
    static final int TICK_MILLISECONDS = 50;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(EventLoop.class.getName());
    private static final int IDLE_MILLISECONDS = 1000;
    private static final int CALL_SECONDS = 5;

    private final transient Selector selector;
    private final transient Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final transient LogThrottle throttle = new LogThrottle(LOG);
    private final transient List<Repeated> repeated = new ArrayList<>();
    private transient long lastTick = System.nanoTime();
    private transient boolean waiting;
    private volatile boolean released;

    public EventLoop(String name) throws IOException {
        super(name);
        selector = Selector.open();
    }

    /** Adds a channel; on the loop's thread only. */
    public SelectionKey register(SelectableChannel channel, int interest, ChannelHandler handler) throws IOException {
        channel.configureBlocking(false);
        waiting = true;
        return channel.register(selector, interest, handler);
    }

    /** Runs a short task on the loop's thread, soon; never when the loop has ended. Safe for threads. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Runs a short task on the loop's thread again and again, about every so many seconds. Before the loop starts only. */
    public void repeat(long seconds, Runnable task) {
        repeated.add(new Repeated(TimeUnit.SECONDS.toNanos(seconds), task));
    }

    /** Runs a short task on the loop's thread and waits for its result; empty when the loop has ended or is stuck. */
    public <T> Optional<T> call(Supplier<T> task) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return released ? Optional.empty() : Optional.ofNullable(result.get(CALL_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /** Channels registered now. */
    public int channels() {
        return selector.isOpen() ? selector.keys().size() : 0;
    }

    @Override
    protected void work() {
        try {
            while (!released) {
                turn();
            }
        } catch (IOException | ClosedSelectorException e) {
            LOG.log(Level.ERROR, "The event loop " + this + " has ended", e);
        } finally {
            closeAll();
        }
    }

    private void turn() throws IOException {
        selector.select(this::ready, waiting ? TICK_MILLISECONDS : IDLE_MILLISECONDS);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
        long now = System.nanoTime();
        if (now - lastTick >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLISECONDS)) {
            lastTick = now;
            tick(now);
        }
    }

    private void ready(SelectionKey key) {
        ChannelHandler handler = (ChannelHandler) key.attachment();
        try {
            if (key.isValid()) {
                handler.ready(key);
            }
        } catch (IOException | RuntimeException e) {
            failed(handler, e);
        }
    }

    private void tick(long now) {
        boolean any = false;
        for (SelectionKey key : selector.keys()) {
            ChannelHandler handler = (ChannelHandler) key.attachment();
            try {
                if (key.isValid()) {
                    handler.tick(now);
                    any |= handler.waiting();
                }
            } catch (IOException | RuntimeException e) {
                failed(handler, e);
            }
        }
        waiting = any;
        repeated.forEach(each -> each.tick(now));
    }

    private final class Repeated {
        private final long period;
        private final Runnable task;
        private long doneAt = System.nanoTime();

        private Repeated(long period, Runnable task) {
            this.period = period;
            this.task = task;
        }

        private void tick(long now) {
            if (now - doneAt >= period) {
                doneAt = now;
                guarded(task);
            }
        }
    }

    private void failed(ChannelHandler handler, Exception e) {
        throttle.log(e.getClass().getName(), Level.WARNING, "A channel was closed: " + e, e);
        guarded(handler::close);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            throttle.log("task", Level.ERROR, "A task of the event loop failed", e);
        }
    }

    private void closeAll() {
        for (SelectionKey key : selector.keys()) {
            guarded(((ChannelHandler) key.attachment())::close);
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The selector was not closed properly", e);
        }
        tasks.clear();
    }

    @Override
    public void release() {
        released = true;
        selector.wakeup();
    }
}
