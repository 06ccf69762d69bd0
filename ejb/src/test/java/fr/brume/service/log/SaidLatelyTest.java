package fr.brume.service.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SaidLatelyTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final SaidLately said = new SaidLately(now::get, Duration.ofSeconds(30), 2);

    @Test
    void saysTheSameOnceAndSomethingElseAtOnce() {
        assertThat(said.isNew("10.0.0.1", "BIOS")).isTrue();
        assertThat(said.isNew("10.0.0.1", "BIOS")).isFalse();
        assertThat(said.isNew("10.0.0.2", "BIOS")).isTrue();
        assertThat(said.isNew("10.0.0.1", "IPXE")).isTrue();
    }

    @Test
    void saysItAgainAfterAWhile() {
        said.isNew("10.0.0.1", "BIOS");
        now.set(now.get().plusSeconds(30));

        assertThat(said.isNew("10.0.0.1", "BIOS")).isTrue();
    }

    @Test
    void forgetsTheOldestBeyondItsCapacity() {
        said.isNew("10.0.0.1", "BIOS");
        said.isNew("10.0.0.2", "BIOS");
        said.isNew("10.0.0.3", "BIOS");

        assertThat(said.isNew("10.0.0.1", "BIOS")).isTrue();
        assertThat(said.isNew("10.0.0.3", "BIOS")).isFalse();
    }
}
