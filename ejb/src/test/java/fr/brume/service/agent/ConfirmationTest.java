package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.boot.SessionCode.Answer;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.CheckInState;
import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferHello;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.setting.SettingService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A machine is told nothing of a confirmed task before somebody with an account has seen it. */
class ConfirmationTest {
    private static final String ID = "session";

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private long task;

    private interface Call<T> {
        T run(TestBeans beans) throws Exception;
    }

    @BeforeEach
    void oneWaitingTaskOfASiteThatConfirms() {
        task = database.within(em -> {
            Host host = new Host("pc1", new MacAddress("08:00:27:00:00:01"), "brume", Instant.now());
            em.persist(host);
            Task made = new Task(TaskDraft.now(0, TaskType.WIPE_FULL), host, "brume", Instant.now());
            em.persist(made);
            BootIdentity machine = new BootIdentity("08:00:27:00:00:01", "");
            BootTicket ticket =
                    new BootTicket("t", "hash", Purpose.TASK, machine, host.getId(), made.getId(), Instant.now());
            em.persist(new AgentSession(ID, new byte[32], ticket, Instant.now()));
            return made.getId();
        });
        call(beans -> {
            beans.get(SettingService.class).set(SettingKey.TASK_TRUST, "CONFIRMED");
            return null;
        });
    }

    @Test
    void nothingIsToldBeforeTheCode() {
        assertThat(checkIn()).isEqualTo(CheckInState.CONFIRM);
        for (Call<?> asked : List.<Call<?>>of(
                beans -> beans.get(TransferService.class).grant(new TransferHello(ID, "192.0.2.7")),
                beans -> done(() -> beans.get(AgentTaskService.class).finish(ID)),
                beans -> done(() -> beans.get(AgentTaskService.class).result(ID, new ResultReport(List.of()))),
                beans -> beans.get(AgentTaskService.class).progress(ID, null),
                beans -> beans.get(CaptureService.class).commit(ID, null))) {
            assertThat(failure(asked)).isEqualTo(Failure.NOT_CONFIRMED);
        }
        assertThat(state()).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void whoWasNotSeenEndsNothingButTheirOwnSession() {
        List<Object> fired = database.within(em -> {
            TestBeans beans = new TestBeans(em);
            FailureReport report = new FailureReport(Failure.IMAGE_CORRUPT.code(), List.of(), "");
            assertThatCode(() -> beans.get(AgentTaskService.class).fail(ID, report))
                    .doesNotThrowAnyException();
            return beans.events;
        });
        assertThat(fired).isEmpty();
        assertThat(state()).isEqualTo(TaskState.QUEUED);
        assertThat(failure(beans -> beans.get(AgentTaskService.class).checkIn(ID)))
                .isEqualTo(Failure.UNAUTHORISED);
    }

    @Test
    void theCodeOfTheScreenLetsTheTaskBegin() {
        String code = code();
        assertThat(code).matches("\\d{6}");
        assertThat(waiting()).containsExactly(task);
        assertThat(confirm(code.substring(0, 3) + " " + code.substring(3))).isEqualTo(Answer.RIGHT);
        assertThat(waiting()).isEmpty();
        assertThat(checkIn()).isEqualTo(CheckInState.GO);
        assertThat(confirm(code)).as("good once").isEqualTo(Answer.EXPIRED);
        assertThat(audited()).startsWith(AuditAction.TASK_CONFIRMED);
    }

    @Test
    void onlyTheLastCodeCountsAndOnlyForAWhile() {
        String first = code();
        String second = code();
        if (!first.equals(second)) {
            assertThat(confirm(first)).isEqualTo(Answer.WRONG);
        }
        database.run(em -> {
            AgentSession session = em.find(AgentSession.class, ID);
            assertThat(session.isCodeShown(Instant.now().plus(Duration.ofMinutes(9))))
                    .isTrue();
            assertThat(session.isCodeShown(Instant.now().plus(Duration.ofMinutes(10))))
                    .isFalse();
        });
        assertThat(checkIn()).isEqualTo(CheckInState.CONFIRM);
    }

    @Test
    void whoGuessesIsStoppedAndWrittenDown() {
        String code = code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(confirm(wrong)).isEqualTo(Answer.WRONG);
        }
        assertThat(confirm(code)).isEqualTo(Answer.EXHAUSTED);
        assertThat(confirm(code())).as("a new code changes nothing").isEqualTo(Answer.EXHAUSTED);
        assertThat(checkIn()).isEqualTo(CheckInState.CONFIRM);
        assertThat(audited()).hasSize(12).containsOnly(AuditAction.CODE_REFUSED);
    }

    @Test
    void aLoginAtTheMachineConfirmsToo() {
        call(beans -> beans.get(OperatorService.class).confirm(ID));
        assertThat(checkIn()).isEqualTo(CheckInState.GO);
        assertThat(audited()).containsExactly(AuditAction.TASK_CONFIRMED);
    }

    @Test
    void theNextStartOfTheMachineIsConfirmedAnew() {
        confirm(code());
        assertThat(checkIn()).isEqualTo(CheckInState.GO);
        database.run(em -> {
            AgentSession before = em.find(AgentSession.class, ID);
            before.replace(Instant.now());
            BootTicket ticket = new BootTicket(
                    "t2",
                    "hash",
                    Purpose.TASK,
                    new BootIdentity(before.getMac(), ""),
                    before.getHostId(),
                    task,
                    Instant.now());
            em.persist(new AgentSession("second", new byte[32], ticket, Instant.now()));
        });
        assertThat(call(beans -> beans.get(AgentTaskService.class).checkIn("second"))
                        .state())
                .isEqualTo(CheckInState.CONFIRM);
        assertThat(failure(beans -> done(() -> beans.get(AgentTaskService.class).finish("second"))))
                .isEqualTo(Failure.NOT_CONFIRMED);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Object done(Step step) throws Exception {
        step.run();
        return step;
    }

    private static CheckInState checkIn() {
        return call(beans -> beans.get(AgentTaskService.class).checkIn(ID)).state();
    }

    private static String code() {
        ConfirmationCode code =
                call(beans -> beans.get(ConfirmationService.class).show(ID));
        assertThat(code.toString()).doesNotContain(code.code());
        return code.code();
    }

    private static List<Long> waiting() {
        return call(beans -> beans.get(ConfirmationService.class).waiting());
    }

    private Answer confirm(String typed) {
        return call(beans -> beans.get(ConfirmationService.class).confirm(task, typed));
    }

    private TaskState state() {
        return database.within(em -> em.find(Task.class, task).getState());
    }

    private static List<AuditAction> audited() {
        return database.within(em ->
                em.createQuery("SELECT a FROM AuditEntry a ORDER BY a.id", AuditEntry.class).getResultList().stream()
                        .map(AuditEntry::getAction)
                        .filter(action -> action != AuditAction.CHANGED)
                        .toList());
    }

    private static Failure failure(Call<?> call) {
        return database.within(em -> catchThrowableOfType(FailureException.class, () -> call.run(new TestBeans(em))))
                .failure();
    }

    private static <T> T call(Call<T> call) {
        return database.within(em -> {
            try {
                return call.run(new TestBeans(em));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
