package fr.brume.bench.tftp;

import fr.brume.bench.relay.Relay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures all scenarios, servers taking turns: {@code BootBenchmark FILES LOGS TURNS LOADS HOLDER HOLDER PREFIX BRUME...}, where FILES is the folder with
 * {@code file-N} of N MiB, LOADS a text that the names of the wanted scenarios contain, each HOLDER a process in an empty network for clients (one behind a relay that takes what is not cut, one behind one that does not), PREFIX the words before each server's command in one argument and BRUME... what starts Brume. Ends with 1 when a judged row is missed.
 */
public final class BootBenchmark {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    /** Turns of a load that are not counted. */
    private static final int WARM_UP = 1;

    /** For so long each server is loaded before the first turn: what is written in Java, this load generator too, is still being compiled. */
    private static final Duration COMPILING = Duration.ofSeconds(20);

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ENDING = Duration.ofMillis(60);

    private final LoadGenerator load;
    private final List<ServerProcess> servers = new ArrayList<>();

    private BootBenchmark(long holder, long cuttingHolder) throws IOException {
        Duration roundTrip = Scenario.ROUND_TRIP;
        load = new LoadGenerator(Map.of(
                Scenario.Network.RELAY,
                new Relay(holder, ServerKind.ADDRESSES, "10.70.0", roundTrip, true),
                Scenario.Network.CUTTING_RELAY,
                new Relay(cuttingHolder, ServerKind.ADDRESSES, "10.71.0", roundTrip, false)));
    }

    public static void main(String[] arguments) throws IOException {
        Path files = Path.of(arguments[0]);
        Path logs = Path.of(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        List<String> prefix = List.of(arguments[6].split(" "));
        List<String> brume = Arrays.asList(arguments).subList(7, arguments.length);
        BootBenchmark benchmark = new BootBenchmark(Long.parseLong(arguments[4]), Long.parseLong(arguments[5]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> benchmark.servers.forEach(ServerProcess::close)));
        benchmark.start(new ServerCommands(prefix, files, brume), logs);
        benchmark.warmUp();
        Report report = benchmark.measure(turns, arguments[3]);
        OUT.println(report);
        System.exit(report.allReached() ? 0 : 1);
    }

    private void start(ServerCommands commands, Path logs) throws IOException {
        for (ServerKind kind : ServerKind.values()) {
            servers.add(ServerProcess.start(kind, commands.of(kind), logs.resolve(kind.label() + ".log")));
        }
        Scenario probe = new Scenario("probe", 1, 1468, 1, 1, Scenario.Network.LOOPBACK, Map.of());
        for (ServerProcess each : servers) {
            awaitAnswer(each, probe);
        }
    }

    private void awaitAnswer(ServerProcess server, Scenario probe) throws IOException {
        Instant end = Instant.now().plus(START);
        while (!answers(server, probe)) {
            if (!server.alive() || Instant.now().isAfter(end)) {
                throw new IOException(server.kind() + " does not answer");
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private boolean answers(ServerProcess server, Scenario probe) {
        try {
            load.run(server.kind().address(), probe, "file-1");
            return true;
        } catch (IOException | java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    private void warmUp() throws IOException {
        Scenario lockstep = Scenario.named("50 clients, lockstep").get(0);
        for (ServerProcess each : servers) {
            for (Instant end = Instant.now().plus(COMPILING); Instant.now().isBefore(end); ) {
                run(lockstep, each, new Results());
            }
        }
    }

    private Report measure(int turns, String loads) throws IOException {
        Report report = new Report();
        for (Scenario scenario : Scenario.named(loads)) {
            Results results = new Results();
            List<ServerProcess> order = new ArrayList<>(servers);
            order.removeIf(server -> !scenario.suits(server.kind()));
            for (int turn = -WARM_UP; turn < scenario.turns(turns); turn++) {
                Collections.rotate(order, 1);
                for (ServerProcess server : order) {
                    run(scenario, server, turn < 0 ? new Results() : results);
                }
            }
            report.add(scenario, results);
            OUT.println(scenario.name() + ": load average "
                    + Files.readString(Path.of("/proc/loadavg")).strip());
        }
        return report;
    }

    private void run(Scenario scenario, ServerProcess server, Results results) throws IOException {
        double before = server.seconds();
        LoadGenerator.Run run = load.run(server.kind().address(), scenario, "file-" + scenario.file());
        LockSupport.parkNanos(ENDING.toNanos());
        results.add(server.kind(), run, server.seconds() - before);
    }
}
