package fr.brume.boot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SentLatelyTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final SentLately<String, String> sent = new SentLately<>(now::get, Duration.ofSeconds(10), 2);

    @Test
    void givesTheSameAgainForAWhile() {
        sent.keep("a", "one");

        now.set(now.get().plusMillis(9_999));
        assertThat(sent.find("a")).hasValue("one");
        assertThat(sent.find("b")).isEmpty();
        now.set(now.get().plusMillis(1));
        assertThat(sent.find("a")).isEmpty();
    }

    @Test
    void forgetsTheOldestBeyondItsCapacity() {
        sent.keep("a", "one");
        sent.keep("b", "two");
        sent.keep("c", "three");

        assertThat(sent.find("a")).isEmpty();
        assertThat(sent.find("c")).hasValue("three");
    }
}
