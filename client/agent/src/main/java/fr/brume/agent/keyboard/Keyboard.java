package fr.brume.agent.keyboard;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The keys of all consoles, as {@code /init} hands them over on standard input. Reads from its first use on, in a thread of
 * its own; keys beyond some hundreds that nobody asked for are dropped. One thread at a time may ask.
 */
public final class Keyboard implements Keys {
    /** Longer than the bytes of one key are apart, even at 9600 bauds or on a loaded machine; shorter than patience. */
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(250);

    private static final int MOST_WAITING = 1024;

    private final InputStream in;
    private final BlockingQueue<Integer> octets = new ArrayBlockingQueue<>(MOST_WAITING);
    private final KeyDecoder decoder = new KeyDecoder();
    private boolean reading;

    public Keyboard(InputStream in) {
        this.in = in;
    }

    @Override
    public synchronized Optional<Key> next(Duration patience) {
        listen();
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (true) {
                long left = decoder.pending() ? BETWEEN_BYTES.toNanos() : end - System.nanoTime();
                Integer octet = octets.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
                Optional<Key> key = octet == null ? decoder.silence() : decoder.feed(octet);
                if (key.isPresent() || octet == null) {
                    return key;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public synchronized void forget() {
        listen();
        octets.clear();
        decoder.silence();
    }

    private void listen() {
        if (!reading) {
            reading = true;
            Thread reader = new Thread(this::read, "keyboard");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void read() {
        try {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                octets.offer(octet);
            }
        } catch (IOException e) {
            System.getLogger(Keyboard.class.getName()).log(System.Logger.Level.DEBUG, "keyboard", e);
        }
    }
}
