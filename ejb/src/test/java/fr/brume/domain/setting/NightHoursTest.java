package fr.brume.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NightHoursTest {
    @Test
    void aNightMayPassMidnight() {
        assertThat(hours("1", "5")).containsExactly(1, 2, 3, 4);
        assertThat(hours("22", "2")).containsExactly(0, 1, 22, 23);
        assertThat(hours("7", "7")).hasSize(24);
    }

    private static int[] hours(String from, String until) {
        NightHours night = NightHours.of(from, until);
        return IntStream.range(0, 24).filter(night::contains).toArray();
    }
}
