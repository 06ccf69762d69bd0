package fr.brume.adapter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogThrottleTest {
    private final Lines lines = new Lines();
    private long now;
    private final LogThrottle throttle = new LogThrottle(lines, () -> now);

    @Test
    void aFloodIsOneLineAMinuteForEachKind() {
        for (int i = 0; i < 1000; i++) {
            throttle.log("packet", Level.WARNING, "bad packet");
            throttle.log("limit", Level.WARNING, "too many");
        }
        assertThat(lines.written).containsExactly("bad packet", "too many");

        now += TimeUnit.MINUTES.toNanos(1);
        throttle.log("packet", Level.WARNING, "bad packet");
        assertThat(lines.written)
                .last()
                .asString()
                .isEqualTo("bad packet (and 999 more of this kind since the last time)");
    }

    private static final class Lines implements Logger {
        private final List<String> written = new ArrayList<>();

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable cause) {
            written.add(message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            written.add(format);
        }
    }
}
