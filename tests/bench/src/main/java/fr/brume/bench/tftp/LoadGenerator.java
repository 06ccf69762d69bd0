package fr.brume.bench.tftp;

import fr.brume.bench.relay.Relay;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * All clients of a scenario on one thread, which never sleeps: a client's wake-up would be measured with the server. The relay
 * between them and the server, if any, works on the same thread. Not safe for threads.
 */
final class LoadGenerator {
    private static final long REPEAT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(120).toNanos();

    private final Map<Scenario.Network, Relay> relays;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(65536);
    private final Queue<Late> line = new ArrayDeque<>();

    /** An acknowledgement under way. */
    private record Late(Download download, long at) {}

    /** What a run gave: bytes in all, nanoseconds, acknowledgements that had to be said again. */
    record Run(long bytes, long nanoseconds, int repeats) {}

    /** Clients of these relays on the networks that have one. */
    LoadGenerator(Map<Scenario.Network, Relay> relays) {
        this.relays = Map.copyOf(relays);
    }

    /**
     * Lets every client download the file at once.
     *
     * @throws IOException when a client is refused, gets another number of bytes than expected, or none at all
     */
    Run run(String address, Scenario scenario, String file) throws IOException {
        List<Download> downloads = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            open(downloads, selector, new InetSocketAddress(address, 69), scenario, file);
            long start = System.nanoTime();
            for (Download each : downloads) {
                each.request();
            }
            drive(selector, downloads, scenario.network(), start);
            return result(downloads, scenario, System.nanoTime() - start);
        } finally {
            line.clear();
            for (Download each : downloads) {
                each.close();
            }
        }
    }

    private void open(
            List<Download> downloads, Selector selector, InetSocketAddress server, Scenario scenario, String file)
            throws IOException {
        Relay relay = relays.get(scenario.network());
        if (relay != null) {
            relay.enter();
        }
        try {
            for (int i = 0; i < scenario.clients(); i++) {
                downloads.add(
                        new Download(selector, relay == null ? "127.0.0.1" : relay.client(), server, scenario, file));
            }
        } finally {
            if (relay != null) {
                relay.leave();
            }
        }
    }

    private void drive(Selector selector, List<Download> downloads, Scenario.Network network, long start)
            throws IOException {
        long delay = network == Scenario.Network.LATE_ANSWERS ? Scenario.ROUND_TRIP.toNanos() : 0;
        Relay relay = relays.get(network);
        int[] left = {downloads.size()};
        long checked = start;
        while (left[0] > 0) {
            selector.selectNow(key -> left[0] -= ready(key, delay));
            long now = System.nanoTime();
            if (relay != null) {
                relay.turn(now);
            }
            while (!line.isEmpty() && now - line.peek().at() >= 0) {
                left[0] -= acknowledge(line.remove().download());
            }
            if (now - checked > REPEAT) {
                checked = now;
                tick(downloads, now, start);
            }
        }
    }

    private int ready(SelectionKey key, long delay) {
        Download download = (Download) key.attachment();
        try {
            long now = System.nanoTime();
            if (!download.receive(packet, now)) {
                return 0;
            }
            if (delay > 0) {
                line.add(new Late(download, now + delay));
                return 0;
            }
            return acknowledge(download);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Gives 1 when it was the last one. */
    private static int acknowledge(Download download) throws IOException {
        download.acknowledge();
        return download.complete() ? 1 : 0;
    }

    private static void tick(List<Download> downloads, long now, long start) throws IOException {
        if (now - start > LONGEST) {
            throw new IOException("not finished within two minutes");
        }
        for (Download each : downloads) {
            each.tick(now, REPEAT);
        }
    }

    private static Run result(List<Download> downloads, Scenario scenario, long nanoseconds) throws IOException {
        long expected = scenario.bytes();
        long got = downloads.stream().mapToLong(Download::bytes).sum();
        if (got != expected) {
            throw new IOException(got + " bytes instead of " + expected);
        }
        return new Run(
                got, nanoseconds, downloads.stream().mapToInt(Download::repeats).sum());
    }
}
