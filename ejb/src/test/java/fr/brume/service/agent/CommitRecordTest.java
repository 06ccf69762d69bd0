package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.fault.Failure;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.image.VerificationAsked;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @RegisterExtension
    private static final TestDatabase database = new TestDatabase();

    @Test
    void aDamagedCaptureHasTheVersionReadThatItTookOver() {
        database.run(em -> {
            Task task = TransferServiceTest.task(em, TaskType.CAPTURE);
            long current = current(em, task);
            assertThat(fired(em, task, Failure.IMAGE_CORRUPT)).containsExactly(new VerificationAsked(current));
            assertThat(task.getVersion().getState()).isEqualTo(VersionState.FAILED);
            Task other = TransferServiceTest.task(em, TaskType.CAPTURE);
            current(em, other);
            assertThat(fired(em, other, Failure.INTERNAL)).isEmpty();
        });
    }

    private static List<Object> fired(EntityManager em, Task task, Failure cause) {
        TestBeans beans = new TestBeans(em);
        beans.get(CommitRecord.class).failed(task.getId(), cause, List.of("d1p1.img: region 3"));
        return beans.events;
    }

    private static long current(EntityManager em, Task task) {
        ImageVersion current = new ImageVersion(task.getImage(), 2, "pc", 0, NOW);
        em.persist(current);
        current.commit(1, 1, NOW);
        em.flush();
        task.getImage().use(current);
        return current.getId();
    }
}
