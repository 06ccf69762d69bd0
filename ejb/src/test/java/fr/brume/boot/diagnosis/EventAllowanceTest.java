package fr.brume.boot.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventAllowanceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final EventAllowance allowance = new EventAllowance(now::get, 2, 3);

    @Test
    void boundsOneSubjectAndAll() {
        assertThat(allowance.take("a")).isTrue();
        assertThat(allowance.take("a")).isTrue();
        assertThat(allowance.take("a")).isFalse();
        assertThat(allowance.take("b")).isTrue();
        assertThat(allowance.take("c")).isFalse();
    }

    @Test
    void aNewMinuteIsANewAllowance() {
        for (int i = 0; i < 3; i++) {
            allowance.take("a");
        }
        now.set(now.get().plus(Duration.ofMinutes(1)));

        assertThat(allowance.take("a")).isTrue();
    }
}
