package fr.brume.adapter.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** What a channel of an {@link EventLoop} does; called on the loop's thread only, and never to block there. */
public interface ChannelHandler {
    /** The channel is ready for something of its interest. An exception closes this handler, never the loop. */
    void ready(SelectionKey key) throws IOException;

    /**
     * Time has passed: called about every {@value EventLoop#TICK_MILLISECONDS} ms while any handler of the loop waits for
     * something, else once in a second.
     *
     * @param now in nanoseconds, as {@link System#nanoTime}
     */
    void tick(long now) throws IOException;

    /** Whether this handler waits for a moment in time. */
    boolean waiting();

    /** Frees the channel and all that belongs to it; called more than once. */
    void close();
}
