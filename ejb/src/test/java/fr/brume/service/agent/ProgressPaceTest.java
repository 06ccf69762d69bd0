package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.storage.StorageNode;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.ProgressReport;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressPaceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Task task;

    @BeforeEach
    void atWork() {
        StorageGroup group = new StorageGroup("default");
        Host host = new Host("pc", new MacAddress("08:00:27:4d:46:2b"), "brume", NOW);
        host.assign(new Image(ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10), group, "brume", NOW));
        task = new Task(new TaskDraft(1, TaskType.DEPLOY, null, EndAction.REBOOT, false), host, "brume", NOW);
        task.checkIn(NOW);
        task.start(new StorageNode("node", group, 10), NOW);
        task.report(report(Phase.TRANSFERRING, 1), NOW);
    }

    @Test
    void letsTheSamePartOfTheWorkWait() {
        Instant soon = NOW.plus(ProgressPace.PAUSE).minusMillis(1);

        assertThat(ProgressPace.isDue(task, report(Phase.TRANSFERRING, 1), soon))
                .isFalse();
        assertThat(ProgressPace.isDue(task, report(Phase.TRANSFERRING, 1), NOW.plus(ProgressPace.PAUSE)))
                .isTrue();
    }

    @Test
    void takesTheNextPartitionAndTheNextPhaseAtOnce() {
        assertThat(ProgressPace.isDue(task, report(Phase.TRANSFERRING, 2), NOW)).isTrue();
        assertThat(ProgressPace.isDue(task, report(Phase.CHECKING, 1), NOW)).isTrue();
    }

    private static ProgressReport report(Phase phase, int partition) {
        return new ProgressReport(phase, partition, 2, "ntfs", 100, 50, 4096, 1, 1, 100, 10, 5, 6);
    }
}
