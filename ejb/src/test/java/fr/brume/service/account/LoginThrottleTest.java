package fr.brume.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final Instant NOW = Instant.EPOCH;

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void theTenthFailureBeginsAWaitThatDoublesUpToFiveMinutes() {
        for (int i = 1; i < LoginThrottle.MOST_FAILURES; i++) {
            assertThat(throttle.failed("::1", NOW)).isFalse();
        }
        assertThat(throttle.waiting("::1", NOW)).isZero();
        assertThat(throttle.failed("::1", NOW)).isTrue();
        assertThat(throttle.waiting("::1", NOW)).isEqualTo(LoginThrottle.FIRST_WAIT);
        assertThat(throttle.failed("::1", NOW)).isFalse();
        assertThat(throttle.waiting("::1", NOW)).isEqualTo(LoginThrottle.FIRST_WAIT.multipliedBy(2));
        for (int i = 0; i < 70; i++) {
            throttle.failed("::1", NOW);
        }
        assertThat(throttle.waiting("::1", NOW)).isEqualTo(LoginThrottle.MEMORY);
        assertThat(throttle.waiting("::2", NOW)).isZero();
    }

    @Test
    void fiveQuietMinutesForgetTheFailures() {
        for (int i = 0; i < LoginThrottle.MOST_FAILURES; i++) {
            throttle.failed("::1", NOW);
        }
        Instant later = NOW.plus(LoginThrottle.MEMORY).plus(Duration.ofSeconds(1));
        assertThat(throttle.waiting("::1", later)).isZero();
        assertThat(throttle.failed("::1", later)).isFalse();
        assertThat(throttle.waiting("::1", later)).isZero();
    }
}
