package fr.brume.bench.tftp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of one scenario, turn by turn. Not safe for threads. */
final class Results {
    private final Map<ServerKind, List<Double>> speed = new EnumMap<>(ServerKind.class);
    private final Map<ServerKind, List<Double>> cost = new EnumMap<>(ServerKind.class);
    private final Map<ServerKind, Integer> repeats = new EnumMap<>(ServerKind.class);

    /** Adds a run: MiB per second, and seconds of the server's processor per GiB. */
    void add(ServerKind kind, LoadGenerator.Run run, double processor) {
        double mebibytes = run.bytes() / (double) (1 << 20);
        speed.computeIfAbsent(kind, key -> new ArrayList<>()).add(mebibytes / (run.nanoseconds() / 1e9));
        cost.computeIfAbsent(kind, key -> new ArrayList<>()).add(processor / (mebibytes / 1024));
        repeats.merge(kind, run.repeats(), Integer::sum);
    }

    List<Double> speed(ServerKind kind) {
        return speed.get(kind);
    }

    double cost(ServerKind kind) {
        return Figures.median(cost.get(kind));
    }

    int repeats(ServerKind kind) {
        return repeats.get(kind);
    }

    Iterable<ServerKind> kinds() {
        return speed.keySet();
    }

    /** Whether nobody needs less processor for a GiB. */
    boolean cheapest(ServerKind kind) {
        return cost.keySet().stream().allMatch(other -> cost(kind) <= cost(other));
    }
}
