package fr.brume.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.service.dashboard.Overview.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ImagingChartTest {
    private static final ResourceBundle WORDS = new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"dayPattern", "dd/MM"}, {"deploys", "Déploiements"}, {"captures", "Captures"}};
        }
    };

    @Test
    void drawsOneBarPerDayAndKind() {
        List<Day> days = List.of(new Day(LocalDate.of(2026, 7, 11), 3, 0), new Day(LocalDate.of(2026, 7, 12), 0, 1));
        assertThat(ImagingChart.of(days, WORDS))
                .contains("\"labels\":[\"11/07\",\"12/07\"]")
                .contains("\"label\":\"Déploiements\"")
                .contains("\"data\":[3,0]")
                .contains("\"data\":[0,1]");
    }
}
