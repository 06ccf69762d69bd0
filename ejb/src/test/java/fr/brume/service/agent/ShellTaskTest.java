package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.task.TaskWatch;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shell that a task asks for: written down, and open as long as it likes. */
class ShellTaskTest {
    private static final String ID = "session";
    private static final MacAddress MAC = new MacAddress("08:00:27:4d:46:2b");

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @Test
    void aShellIsWrittenDownAndMayBeSilent() {
        long id = begun(TaskType.DEBUG);
        run(beans -> beans.get(OperatorService.class).giveShell(ID));
        database.run(em -> {
            new TestBeans(em).get(TaskWatch.class).markSilent(Instant.now().plusSeconds(100_000));
            assertThat(em.find(Task.class, id).getTimes().getStalledSince())
                    .as("a shell says nothing")
                    .isNull();
            assertThat(em.createQuery("SELECT a FROM AuditEntry a", AuditEntry.class)
                            .getResultList())
                    .extracting(AuditEntry::getAction)
                    .contains(AuditAction.SHELL_GIVEN);
        });
    }

    @Test
    void noOtherTaskGivesAShell() {
        begun(TaskType.INVENTORY);
        FailureException refused = database.within(em -> catchThrowableOfType(
                FailureException.class,
                () -> new TestBeans(em).get(OperatorService.class).giveShell(ID)));
        assertThat(refused.failure()).isEqualTo(Failure.PROTOCOL_ERROR);
    }

    /** A task that its machine has begun. */
    private static long begun(TaskType type) {
        return database.within(em -> {
            Host host = new Host("pc1", MAC, "brume", Instant.now());
            em.persist(host);
            Task task = new Task(TaskDraft.now(host.getId(), type), host, "brume", Instant.now());
            em.persist(task);
            task.checkIn(Instant.now());
            task.start(null, Instant.now());
            assertThat(order(task).action()).isEqualTo(TaskAction.valueOf(type.name()));
            BootIdentity machine = new BootIdentity(MAC.text(), "");
            BootTicket ticket =
                    new BootTicket("ticket", "hash", Purpose.TASK, machine, host.getId(), task.getId(), Instant.now());
            em.persist(new AgentSession(ID, new byte[32], ticket, Instant.now()));
            return task.getId();
        });
    }

    private static TaskOrder order(Task task) {
        try {
            return new TaskOrders().of(task, new OrderSeal(new byte[32]));
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    private interface Call {
        void on(TestBeans beans) throws Exception;
    }

    private static void run(Call call) {
        database.run(em -> {
            try {
                call.on(new TestBeans(em));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
