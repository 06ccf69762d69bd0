package fr.brume.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MachineThrottleTest {
    private static final String ADDRESS = "192.0.2.7";

    private Instant now = Instant.EPOCH;
    private final MachineThrottle throttle = new MachineThrottle(() -> now);

    @Test
    void aMachineWaitsLongerAndLonger() {
        assertThat(tries("m", "a", 100)).isEqualTo(MachineThrottle.FREE_OF_MACHINE);
        assertThat(waited("m", "b")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThat(waited("m", "b")).isZero();
        assertThat(waited("m", "c")).isEqualTo(Duration.ofSeconds(20));
        for (int i = 0; i < 40; i++) {
            pass(Duration.ofMinutes(5));
            assertThat(waited("m", "c" + i)).isZero();
        }
        assertThat(waited("m", "d")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anAccountIsGuardedAcrossMachines() {
        int let = 0;
        for (int machine = 0; machine < 50; machine++) {
            let += throttle.admit("m" + machine, "192.0.2." + machine, " Brume ")
                            .isZero()
                    ? 1
                    : 0;
        }
        assertThat(let).isEqualTo(10);
    }

    @Test
    void allTogetherAreGuardedWhateverNamesTheyTake() {
        int let = 0;
        for (int i = 0; i < 1000; i++) {
            let += throttle.admit("m" + i, "a" + i, "u" + i).isZero() ? 1 : 0;
        }
        assertThat(let).isEqualTo(300);
    }

    @Test
    void aRightPasswordForgivesMachineAndAccount() {
        for (int i = 0; i < 100; i++) {
            assertThat(waited("m", "marie")).isZero();
            throttle.succeeded("m", ADDRESS, "marie");
        }
        tries("m", "a", 4);
        throttle.succeeded("m", ADDRESS, "marie");
        assertThat(waited("m", "marie")).isZero();
    }

    @Test
    void aQuietTimeForgives() {
        tries("m", "a", 20);
        pass(Duration.ofMinutes(16));
        assertThat(tries("m", "a", 20)).isEqualTo(MachineThrottle.FREE_OF_MACHINE);
    }

    @Test
    void aBurstIsToldOnce() {
        assertThat(throttle.isFirstRefusal("m", "throttled")).isTrue();
        assertThat(throttle.isFirstRefusal("m", "throttled")).isFalse();
        pass(Duration.ofMinutes(2));
        assertThat(throttle.isFirstRefusal("m", "throttled")).isTrue();
    }

    private int tries(String machine, String login, int times) {
        int let = 0;
        for (int i = 0; i < times; i++) {
            let += throttle.admit(machine, ADDRESS, login + i).isZero() ? 1 : 0;
        }
        return let;
    }

    private Duration waited(String machine, String login) {
        return throttle.admit(machine, ADDRESS, login);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
