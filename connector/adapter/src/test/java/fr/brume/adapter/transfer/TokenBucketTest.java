package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.link.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long MILLISECOND = 1_000_000;

    private long now = 42;

    @Test
    void fillsAtItsRateAndForgetsWhatWasNotUsed() {
        TokenBucket bucket = new TokenBucket(now);
        bucket.rate(1_000_000);
        assertThat(bucket.available(now)).isZero();
        assertThat(bucket.available(now + 100 * MILLISECOND)).isEqualTo(100_000);
        assertThat(bucket.available(now + 60_000 * MILLISECOND)).isEqualTo(1_000_000);
    }

    @Test
    void whatWasTakenTooMuchIsWaitedFor() {
        TokenBucket bucket = new TokenBucket(now);
        bucket.rate(1000);
        bucket.take(500);
        assertThat(bucket.available(now + 400 * MILLISECOND)).isEqualTo(-100);
        assertThat(bucket.available(now + 600 * MILLISECOND)).isEqualTo(100);
    }

    @Test
    void nodeAndTaskAreBothKeptAndSharedByTheirTransfers() {
        Allowances allowances = new Allowances();
        Allowance first = allowances.of(new Pace("n", 1000, 400), 1, now);
        Allowance second = allowances.of(new Pace("n", 1000, 400), 2, now);
        now += 200 * MILLISECOND;
        assertThat(first.available(now)).isEqualTo(80);
        first.take(80);
        assertThat(second.available(now)).isEqualTo(80);
        second.take(80);
        assertThat(allowances.of(new Pace("n", 1000, 0), 3, now).available(now)).isEqualTo(40);
        assertThat(allowances.of(Pace.FREE, 3, now)).isSameAs(Allowance.FREE);
    }

    @Test
    void bucketsThatNobodyUsesAreForgotten() {
        Allowances allowances = new Allowances();
        Allowance used = allowances.of(new Pace("n", 1000, 0), 1, now);
        used.take(500);
        allowances.retain(List.of(used));
        assertThat(allowances.of(new Pace("n", 1000, 0), 2, now).available(now)).isEqualTo(-500);
        allowances.retain(List.of());
        assertThat(allowances.of(new Pace("n", 1000, 0), 2, now).available(now)).isZero();
    }
}
