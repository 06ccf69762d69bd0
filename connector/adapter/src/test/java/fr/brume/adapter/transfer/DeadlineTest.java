package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Deadline deadline = new Deadline(new TransferLimits(1, 1, 10, 300), 0);

    @Test
    void bytesBuyNoTimeBeforeTheKeyIsProved() {
        deadline.progress(9 * SECOND);

        assertThat(deadline.passed(10 * SECOND - 1)).isFalse();
        assertThat(deadline.passed(10 * SECOND)).isTrue();
    }

    @Test
    void afterwardsEachSignOfLifeCounts() {
        deadline.proven(5 * SECOND);
        deadline.progress(100 * SECOND);

        assertThat(deadline.passed(399 * SECOND)).isFalse();
        assertThat(deadline.passed(400 * SECOND)).isTrue();
    }

    @Test
    void theEndIsAwaitedBrieflyWhateverStillArrives() {
        deadline.proven(0);
        deadline.linger(SECOND);
        deadline.progress(2 * SECOND);

        assertThat(deadline.passed(3 * SECOND)).isTrue();
    }
}
