package fr.brume.bench.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Figures.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Figures.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    }

    @Test
    void boundsOfARatioHoldItAndSpreadWithTheRuns() {
        Figures.Ratio even = Figures.ratio(List.of(2.0, 2.0, 2.0), List.of(1.0, 1.0, 1.0));
        assertThat(even).isEqualTo(new Figures.Ratio(2, 2, 2));

        Figures.Ratio wide = Figures.ratio(List.of(1.0, 2.0, 3.0, 4.0, 5.0), List.of(1.0, 1.0, 1.0, 1.0, 1.0));
        assertThat(wide.value()).isEqualTo(3, within(1e-9));
        assertThat(wide.low()).isLessThan(3);
        assertThat(wide.high()).isGreaterThan(3);
    }

    @Test
    void aRowIsJudgedByTheMedians() {
        Scenario scenario = Scenario.named("50 clients, lockstep").get(0);
        Results results = new Results();
        for (ServerKind kind : ServerKind.values()) {
            double factor = kind == ServerKind.BRUME ? 1 : 1.2;
            results.add(kind, new LoadGenerator.Run(1 << 30, (long) (factor * 1e9), 0), factor);
        }
        Report report = new Report();
        report.add(scenario, results);

        assertThat(report.allReached()).isFalse();
        assertThat(report.toString())
                .contains("against dnsmasq | >= 1.1 | 1.20 (1.20..1.20) | reached")
                .contains("against tftpd-hpa | >= 1.5 | 1.20 (1.20..1.20) | MISSED")
                .contains("CPU per GiB | <= the best of them | 1.00 s | reached");
    }
}
