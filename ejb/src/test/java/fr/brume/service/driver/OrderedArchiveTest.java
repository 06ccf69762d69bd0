package fr.brume.service.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.driver.OrderedDrivers;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.agent.DriverHandout;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OrderedArchiveTest {
    private static final String ID = "session";
    private static final String DIGEST = "ab".repeat(32);
    private static final long SET = 12;

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @TempDir
    private Path folder;

    @BeforeEach
    void aDeployWithoutAnyOfItsSets() throws IOException {
        Files.writeString(folder.resolve(DIGEST + ".zip"), "drivers");
        database.run(em -> {
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image image = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(image);
            Host host = new Host("pc1", new MacAddress("08:00:27:00:00:01"), "brume", Instant.now());
            host.assign(image);
            em.persist(host);
            Task task = new Task(TaskDraft.now(0, TaskType.DEPLOY), host, "brume", Instant.now());
            task.checkIn(Instant.now());
            task.start(null, Instant.now());
            task.order(OrderedDrivers.of(List.of(
                    new DriverOrder(SET, "dell", 7, DIGEST), new DriverOrder(SET + 1, "gone", 7, "cd".repeat(32)))));
            em.persist(task);
            BootIdentity identity = new BootIdentity("08:00:27:00:00:01", "");
            BootTicket ticket =
                    new BootTicket("t", "hash", Purpose.TASK, identity, host.getId(), task.getId(), Instant.now());
            em.persist(new AgentSession(ID, new byte[32], ticket, Instant.now()));
        });
    }

    @Test
    void whatWasOrderedIsHandedOutWhateverBecameOfTheSet() {
        database.run(em -> assertThat(file(em, SET)).hasContent("drivers"));
    }

    @Test
    void whatWasNotOrderedIsNot() {
        assertThat(refusal(SET + 2)).isEqualTo(Failure.UNAUTHORISED);
        assertThat(refusal(SET + 1)).as("its file is gone").isEqualTo(Failure.NOT_FOUND);
    }

    private Failure refusal(long set) {
        return database.within(em -> catchThrowableOfType(
                        FailureException.class, () -> handout(em).file(ID, set))
                .failure());
    }

    private Path file(EntityManager em, long set) {
        try {
            return handout(em).file(ID, set);
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    private DriverHandout handout(EntityManager em) {
        return new TestBeans(em)
                .with(DriverFiles.class, new DriverFiles(folder))
                .get(DriverHandout.class);
    }
}
