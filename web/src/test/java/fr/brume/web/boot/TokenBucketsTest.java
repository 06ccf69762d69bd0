package fr.brume.web.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final TokenBuckets buckets = new TokenBuckets(now::get, 3, 2, 2);

    @Test
    void allowsABurstAndThenTheRate() {
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("10.0.0.1")).isTrue();
        }
        assertThat(buckets.take("10.0.0.1")).isFalse();
        now.set(now.get().plusMillis(499));
        assertThat(buckets.take("10.0.0.1")).isFalse();
        now.set(now.get().plusMillis(1));
        assertThat(buckets.take("10.0.0.1")).isTrue();
        assertThat(buckets.take("10.0.0.1")).isFalse();
    }

    @Test
    void keepsClientsApart() {
        for (int i = 0; i < 4; i++) {
            buckets.take("10.0.0.1");
        }
        assertThat(buckets.take("10.0.0.2")).isTrue();
    }

    @Test
    void neverHoldsMoreThanABurst() {
        now.set(now.get().plusSeconds(3600));
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("10.0.0.1")).isTrue();
        }
        assertThat(buckets.take("10.0.0.1")).isFalse();
    }

    @Test
    void forgetsWhoAskedLongestAgo() {
        for (int i = 0; i < 4; i++) {
            buckets.take("10.0.0.1");
        }
        buckets.take("10.0.0.2");
        buckets.take("10.0.0.3");

        assertThat(buckets.take("10.0.0.1")).isTrue();
    }
}
