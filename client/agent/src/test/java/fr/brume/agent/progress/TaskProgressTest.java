package fr.brume.agent.progress;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.progress.TaskProgress.PartitionSize;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.ProgressReport;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TaskProgressTest {
    private final AtomicLong seconds = new AtomicLong(100);
    private final TaskProgress progress = new TaskProgress(() -> seconds.get() * 1_000_000_000L);

    @Test
    void countsAndForeseesTheEnd() {
        assertThat(progress.snapshot().phase()).isEqualTo(Phase.PREPARING);
        progress.begin(2, 1000);
        progress.partition(new PartitionSize(1, "ntfs", 5000, 600, 4096));
        progress.snapshot();
        seconds.addAndGet(10);
        progress.add(250);

        assertThat(progress.snapshot())
                .isEqualTo(new ProgressReport(
                        Phase.TRANSFERRING, 1, 2, "ntfs", 5000, 600, 4096, 250, 250, 1000, 25, 10, 30));
    }

    @Test
    void whatAnEarlierAttemptDidIsDoneButNotFast() {
        progress.begin(1, 1000);
        progress.partition(new PartitionSize(1, "ntfs", 5000, 1000, 4096));
        progress.add(300);
        progress.restart();
        progress.skip(200);
        progress.snapshot();
        seconds.addAndGet(10);
        progress.add(100);
        ProgressReport report = progress.snapshot();

        assertThat(report.done()).isEqualTo(300);
        assertThat(report.partitionDone()).isEqualTo(300);
        assertThat(report.rate()).isEqualTo(10);
        assertThat(report.remainingSeconds()).isEqualTo(70);
    }

    @Test
    void theBarsStayWhereTheyAreUntilALostServerHasCaughtUp() {
        progress.begin(2, 1000);
        progress.partition(new PartitionSize(1, "ntfs", 5000, 600, 4096));
        progress.add(300);
        progress.restart();
        progress.restart();
        assertShown(300, 300);
        progress.skip(200);
        assertShown(300, 300);
        progress.add(150);
        assertShown(350, 350);

        progress.partition(new PartitionSize(2, "ext4", 5000, 400, 4096));
        assertShown(0, 350);
        progress.add(400);
        progress.restart();
        progress.checked(1, 4);
        assertThat(progress.snapshot().partitionDone())
                .as("the result is read from its start")
                .isEqualTo(100);
    }

    private void assertShown(long partitionDone, long done) {
        ProgressReport report = progress.snapshot();
        assertThat(report.partitionDone()).isEqualTo(partitionDone);
        assertThat(report.done()).isEqualTo(done);
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        progress.begin(1, 1_000_000);
        for (int i = 0; i < 30; i++) {
            progress.snapshot();
            seconds.incrementAndGet();
            progress.add(i < 15 ? 1000 : 10);
        }
        assertThat(progress.snapshot().rate()).isEqualTo(10);
    }
}
