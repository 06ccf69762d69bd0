package fr.brume.bench.tftp;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One kind of load.
 *
 * @param name as in the table
 * @param clients downloads at once
 * @param blockSize bytes of a block
 * @param window blocks before an acknowledgement; 1 is lockstep
 * @param file its size in MiB
 * @param network between server and clients
 * @param wanted least ratio of throughput to these servers; empty when the row is printed only
 */
record Scenario(
        String name,
        int clients,
        int blockSize,
        int window,
        int file,
        Network network,
        Map<ServerKind, Double> wanted) {
    /** Of the networks that have one. */
    static final Duration ROUND_TRIP = Duration.ofNanos(200_000);

    private static final List<Scenario> ALL = List.of(
            new Scenario("1 client, lockstep", 1, 1468, 1, 16, Network.LOOPBACK, Map.of()),
            new Scenario(
                    "50 clients, lockstep",
                    50,
                    1468,
                    1,
                    8,
                    Network.LOOPBACK,
                    Map.of(ServerKind.HPA, 1.5, ServerKind.DNSMASQ, 1.1)),
            new Scenario("200 clients, lockstep", 200, 1468, 1, 1, Network.LOOPBACK, Map.of()),
            new Scenario("1 client, window 16, relay", 1, 1468, 16, 64, Network.RELAY, Map.of(ServerKind.ATFTPD, 1.2)),
            new Scenario(
                    "200 clients, window 16, relay", 200, 1468, 16, 4, Network.RELAY, Map.of(ServerKind.ATFTPD, 1.1)),
            new Scenario("1 client, window 16, cutting relay", 1, 1468, 16, 64, Network.CUTTING_RELAY, Map.of()),
            new Scenario("200 clients, window 16, cutting relay", 200, 1468, 16, 4, Network.CUTTING_RELAY, Map.of()),
            new Scenario("1 client, window 16, late answers", 1, 1468, 16, 64, Network.LATE_ANSWERS, Map.of()),
            new Scenario("200 clients, window 16, late answers", 200, 1468, 16, 4, Network.LATE_ANSWERS, Map.of()),
            new Scenario("50 clients, window 16", 50, 1468, 16, 4, Network.LOOPBACK, Map.of()),
            new Scenario("shim: 50 clients, 512 bytes, window 4, relay", 50, 512, 4, 1, Network.RELAY, Map.of()));

    /** What lies between server and clients. */
    enum Network {
        /** Nothing. */
        LOOPBACK,
        /** Two interfaces that take what the kernel leaves to a network card, and a relay between them. */
        RELAY,
        /** The same, but the kernel has to cut and to sum up for them, as for the simplest network card. */
        CUTTING_RELAY,
        /** Nothing, but clients wait for a round trip before each acknowledgement: costs the processor of the load nothing. */
        LATE_ANSWERS
    }

    /** Those whose name contains a text. */
    static List<Scenario> named(String part) {
        return ALL.stream().filter(each -> each.name.contains(part)).toList();
    }

    boolean judged() {
        return !wanted.isEmpty();
    }

    /** Counted runs of this scenario when judged ones have so many: what is only printed gets a third. */
    int turns(int judgedTurns) {
        return judged() ? judgedTurns : Math.max(1, judgedTurns / 3);
    }

    /** Whether this server can do it: two of them ignore windowsize. */
    boolean suits(ServerKind kind) {
        return window == 1 || kind.windows();
    }

    long bytes() {
        return (long) clients * file << 20;
    }
}
