package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CheckInState;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckInServiceTest {
    private static final String ID = "session";

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @TempDir
    private Path folder;

    private long taskId;

    @BeforeEach
    void aWaitingDeploy() {
        taskId = database.within(em -> {
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image image = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(image);
            ImageVersion version = new ImageVersion(image, 1, "pc", 1L, Instant.now());
            em.persist(version);
            version.commit(10, 5, Instant.now());
            version.seal("ab".repeat(32));
            em.flush();
            image.use(version);
            Host host = new Host("pc1", new MacAddress("08:00:27:00:00:01"), "brume", Instant.now());
            host.assign(image);
            em.persist(host);
            Task task = new Task(TaskDraft.now(0, TaskType.DEPLOY), host, "brume", Instant.now());
            em.persist(task);
            BootTicket ticket = new BootTicket(
                    "t",
                    "hash",
                    Purpose.TASK,
                    new BootIdentity("08:00:27:00:00:01", ""),
                    host.getId(),
                    task.getId(),
                    Instant.now());
            em.persist(new AgentSession(ID, new byte[32], ticket, Instant.now()));
            return task.getId();
        });
    }

    @Test
    void aDamagedVersionFailsTheTaskAndIsRemembered() throws Exception {
        Files.createDirectories(folder.resolve("win10/v0001"));
        refused(Failure.IMAGE_CORRUPT);
        database.run(em -> {
            ImageVersion version = em.find(Task.class, taskId).getVersion();
            assertThat(version.getVerification().getDamage()).isEqualTo("SHA256SUMS");
            assertThat(version.getSeal()).isEqualTo("ab".repeat(32));
        });
    }

    @Test
    void aVersionThatIsAwayFailsTheTaskOnly() {
        refused(Failure.IMAGE_MISSING);
        database.run(em ->
                assertThat(em.find(Task.class, taskId).getVersion().isDamaged()).isFalse());
    }

    @Test
    void aTaskThatIsCancelledMeanwhileGetsNoOrder() throws Exception {
        CheckInAnswer begun = database.within(em -> answer(beans(em).get(AgentTaskService.class)::checkIn));
        assertThat(begun.state()).isEqualTo(CheckInState.GO);
        assertThat(begun.order()).isNull();
        database.run(em -> em.find(Task.class, taskId).cancel(Instant.now()));
        CheckInAnswer order = database.within(em -> answer(beans(em).get(AgentTaskService.class)::deploy));
        assertThat(order.state()).isEqualTo(CheckInState.CANCELLED);
    }

    private void refused(Failure cause) {
        FailureException refused = database.within(em -> catchThrowableOfType(
                FailureException.class,
                () -> beans(em).get(CheckInService.class).checkIn(ID)));
        assertThat(refused.failure()).isEqualTo(cause);
        database.run(em -> {
            Task task = em.find(Task.class, taskId);
            assertThat(task.getState()).isEqualTo(TaskState.FAILED);
            assertThat(task.getFailure().getCode()).isEqualTo(cause.code());
        });
    }

    private interface Ask {
        CheckInAnswer of(String sessionId) throws FailureException;
    }

    private static CheckInAnswer answer(Ask ask) {
        try {
            return ask.of(ID);
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    private TestBeans beans(EntityManager em) {
        return new TestBeans(em).with(ImageStore.class, new ImageStore(folder, new SigningKey(folder)));
    }
}
