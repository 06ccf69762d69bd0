package fr.brume.lab.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole array; every case is run, whatever the others do. */
class AllRoundTripsIT {
    private static final int AT_ONCE = 6;

    @Test
    @Tag("full")
    void everyPairComesBack() {
        List<RoundTripCase> cases = RoundTripCase.pairwise();
        List<String> failures = new ArrayList<>();
        for (int first = 0; first < cases.size(); first += AT_ONCE) {
            List<RoundTripCase> some = cases.subList(first, Math.min(cases.size(), first + AT_ONCE));
            try (Bench bench = new Bench("roundtrips", some)) {
                some.forEach(each -> run(bench, each, failures));
            }
        }
        assertThat(failures).as("of " + cases.size() + " cases").isEmpty();
    }

    private static void run(Bench bench, RoundTripCase each, List<String> failures) {
        try {
            bench.run(each);
        } catch (AssertionError | RuntimeException e) {
            failures.add(each.name() + ": " + e.getMessage());
        }
    }
}
