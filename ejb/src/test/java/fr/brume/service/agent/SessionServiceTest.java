package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.boot.ticket.TicketService;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionServiceTest {
    private static final MacAddress MAC = new MacAddress("08:00:27:00:00:01");

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private long task;

    @BeforeEach
    void oneWaitingTask() {
        task = database.within(em -> {
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image image = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(image);
            Host host = new Host("pc1", MAC, "brume", Instant.now());
            host.assign(image);
            em.persist(host);
            Task made = new Task(TaskDraft.now(0, TaskType.DEPLOY), host, "brume", Instant.now());
            em.persist(made);
            return made.getId();
        });
    }

    @Test
    void aSecondMachineOfTheSameIdentityIsAudited() {
        start();
        database.run(em -> em.find(Task.class, task).checkIn(Instant.now()));
        start();
        assertThat(audited()).containsExactly(AuditAction.SESSION_REPLACED);
        database.run(em -> assertThat(
                        em.createQuery("SELECT s FROM AgentSession s WHERE s.ended IS NULL", AgentSession.class)
                                .getResultList())
                .hasSize(1));
    }

    @Test
    void aMachineThatStartedAgainIsNot() {
        start();
        database.run(em -> em.find(Task.class, task).checkIn(Instant.now().minusSeconds(60)));
        start();
        assertThat(audited()).isEmpty();
    }

    @Test
    void whoGoesOnAfterBeingTakenOverShowsThatThereAreTwo() {
        Session first = start();
        start();
        assertThat(doubled()).isFalse();
        for (int asked = 0; asked < 3; asked++) {
            assertThat(failure(first)).isEqualTo(Failure.UNAUTHORISED);
        }
        assertThat(audited()).containsExactly(AuditAction.DOUBLE_SEEN);
        assertThat(doubled()).isTrue();
    }

    private static Failure failure(Session session) {
        return database.within(em -> catchThrowableOfType(
                        FailureException.class,
                        () -> new TestBeans(em)
                                .get(SessionService.class)
                                .authenticate(session.id() + "." + session.key(), "192.0.2.8")))
                .failure();
    }

    private boolean doubled() {
        return database.within(em -> em.find(Task.class, task).getTimes().getDoubled() != null);
    }

    private List<AuditAction> audited() {
        return database.within(
                em -> em.createQuery("SELECT a FROM AuditEntry a", AuditEntry.class).getResultList().stream()
                        .map(AuditEntry::getAction)
                        .toList());
    }

    private Session start() {
        BootIdentity machine = new BootIdentity(MAC.text(), "");
        String id = database.within(em ->
                quietly(() -> new TestBeans(em).get(TicketService.class).issue(Purpose.TASK, machine, null, task)));
        return database.within(em -> quietly(() -> {
            TestBeans beans = new TestBeans(em);
            String ticket = beans.get(TicketService.class).fetch(id, "192.0.2.7");
            SessionRequest request = new SessionRequest(ticket, List.of(MAC.text()), "", "test");
            return beans.get(SessionService.class).open(request, "192.0.2.7");
        }));
    }

    private interface Call<T> {
        T run() throws FailureException;
    }

    private static <T> T quietly(Call<T> call) {
        try {
            return call.run();
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }
}
