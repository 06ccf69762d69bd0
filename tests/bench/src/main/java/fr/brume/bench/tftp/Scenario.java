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
 * @param delay by which every acknowledgement leaves later: the round trip of a network
 * @param wanted least ratio of throughput to these servers; empty when the row is printed only
 */
record Scenario(
        String name, int clients, int blockSize, int window, int file, Duration delay, Map<ServerKind, Double> wanted) {
    private static final Duration ROUND_TRIP = Duration.ofNanos(200_000);

    private static final List<Scenario> ALL = List.of(
            new Scenario("1 client, lockstep", 1, 1468, 1, 16, Duration.ZERO, Map.of()),
            new Scenario(
                    "50 clients, lockstep",
                    50,
                    1468,
                    1,
                    2,
                    Duration.ZERO,
                    Map.of(ServerKind.HPA, 1.5, ServerKind.DNSMASQ, 1.1)),
            new Scenario("200 clients, lockstep", 200, 1468, 1, 1, Duration.ZERO, Map.of()),
            new Scenario("1 client, window 16, 0.2 ms", 1, 1468, 16, 64, ROUND_TRIP, Map.of(ServerKind.ATFTPD, 1.2)),
            new Scenario(
                    "200 clients, window 16, 0.2 ms", 200, 1468, 16, 2, ROUND_TRIP, Map.of(ServerKind.ATFTPD, 1.1)),
            new Scenario("50 clients, window 16", 50, 1468, 16, 4, Duration.ZERO, Map.of()),
            new Scenario("shim: 50 clients, 512 bytes, window 4, 0.2 ms", 50, 512, 4, 1, ROUND_TRIP, Map.of()));

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
