package fr.brume.bench.tftp;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a comparison, as Markdown. */
final class Report {
    private final StringBuilder rows = new StringBuilder("| load | server | MiB/s, median (least..most) | CPU s/GiB |"
            + " Brume's speed against it (90 % bounds) | repeats |\n|---|---|---|---|---|---|\n");
    private final StringBuilder verdicts =
            new StringBuilder("| judged | wanted | measured | verdict |\n|---|---|---|---|\n");

    void add(Scenario scenario, Results results) {
        for (ServerKind kind : results.kinds()) {
            List<Double> speed = results.speed(kind);
            String ratio = kind == ServerKind.BRUME ? "" : text(ratio(results, kind));
            row(
                    rows,
                    scenario.name(),
                    kind.label(),
                    String.format(
                            Locale.ROOT,
                            "%.0f (%.0f..%.0f)",
                            Figures.median(speed),
                            Collections.min(speed),
                            Collections.max(speed)),
                    String.format(Locale.ROOT, "%.2f", results.cost(kind)),
                    ratio,
                    Integer.toString(results.repeats(kind)));
        }
        if (scenario.judged()) {
            judge(scenario, results);
        }
    }

    private void judge(Scenario scenario, Results results) {
        for (Map.Entry<ServerKind, Double> wanted : scenario.wanted().entrySet()) {
            Figures.Ratio ratio = ratio(results, wanted.getKey());
            row(
                    verdicts,
                    scenario.name() + " against " + wanted.getKey().label(),
                    ">= " + wanted.getValue(),
                    text(ratio),
                    ratio.value() >= wanted.getValue() ? "reached" : "MISSED");
        }
        row(
                verdicts,
                scenario.name() + ", CPU per GiB",
                "<= the best of them",
                String.format(Locale.ROOT, "%.2f s", results.cost(ServerKind.BRUME)),
                results.cheapest(ServerKind.BRUME) ? "reached" : "MISSED");
    }

    private static Figures.Ratio ratio(Results results, ServerKind other) {
        return Figures.ratio(results.speed(ServerKind.BRUME), results.speed(other));
    }

    private static String text(Figures.Ratio ratio) {
        return String.format(Locale.ROOT, "%.2f (%.2f..%.2f)", ratio.value(), ratio.low(), ratio.high());
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    boolean allReached() {
        return verdicts.indexOf("MISSED") < 0;
    }

    @Override
    public String toString() {
        return rows + "\n" + verdicts;
    }
}
