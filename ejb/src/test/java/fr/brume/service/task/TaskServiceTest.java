package fr.brume.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.service.TestBeans;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskServiceTest extends StoredTasks {
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);

    @Test
    void aHostHasOneActiveTask() throws Exception {
        long host = host();
        Task task = with(s -> s.create(TaskDraft.now(host, TaskType.DEPLOY)));
        assertThat(refusal(TaskDraft.now(host, TaskType.CAPTURE)).messageKey()).isEqualTo("refusal.task.hostBusy");
        assertThat(waiting(host)).contains(task.getId());
        assertThat(with(TaskService::active)).extracting(Task::getHostName).hasSize(1);
        with(s -> {
            s.cancel(task.getId());
            return null;
        });
        assertThat(waiting(host)).isEmpty();
        with(s -> s.create(TaskDraft.now(host, TaskType.CAPTURE)));
        assertThat(with(s -> s.history(TaskQuery.latest(0, 10))).rows())
                .extracting(Task::getState)
                .containsExactly(TaskState.CANCELLED);
    }

    @Test
    void anImageIsCapturedByOneTask() throws Exception {
        with(s -> s.create(TaskDraft.now(host(), TaskType.CAPTURE)));
        assertThat(refusal(TaskDraft.now(host(), TaskType.CAPTURE)).messageKey())
                .isEqualTo("refusal.task.imageInCapture");
        with(s -> s.create(TaskDraft.now(host(), TaskType.DEPLOY)));
    }

    @Test
    void theDatabaseItselfRefusesASecondActiveTask() {
        long host = host();
        persistTask(host);
        assertThatThrownBy(() -> persistTask(host)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void aScheduledTaskIsQueuedOnceWhenItIsDue() throws Exception {
        long host = host();
        TaskDraft draft = new TaskDraft(host, TaskType.DEPLOY, LATER, EndAction.POWER_OFF, true);
        long id = database.within(em -> {
            TestBeans beans = new TestBeans(em);
            long made =
                    quietly(() -> beans.get(TaskService.class).create(draft)).getId();
            assertThat(beans.events).containsExactly(new TaskScheduled(made, LATER));
            return made;
        });
        assertThat(waiting(host)).isEmpty();
        assertThat(with(TaskService::scheduled)).extracting(Task::getId).containsExactly(id);
        assertThat(due(id)).containsExactly(new TaskQueued(id, true, List.of(mac(hosts))));
        assertThat(due(id)).as("a timer may fire twice").isEmpty();
        assertThat(waiting(host)).contains(id);
    }

    @Test
    void aDueTaskThatTheRulesForbidFailsWithTheCause() throws Exception {
        long host = host();
        TaskDraft later = new TaskDraft(host, TaskType.DEPLOY, LATER, EndAction.REBOOT, false);
        long id = with(s -> s.create(later)).getId();
        with(s -> s.create(TaskDraft.now(host, TaskType.CAPTURE)));
        assertThat(due(id)).isEmpty();
        Task task = with(s -> s.find(id)).orElseThrow();
        assertThat(task.getState()).isEqualTo(TaskState.FAILED);
        assertThat(task.getFailure().getCode()).isEqualTo(Failure.HOST_BUSY.code());
    }

    @Test
    void refusesThePastAndCancelledTasksDropTheirTimer() throws Exception {
        TaskDraft past = new TaskDraft(host(), TaskType.DEPLOY, Instant.EPOCH, EndAction.REBOOT, false);
        assertThat(refusal(past)).isEqualTo(Refusal.of("scheduledFor", "refusal.task.past"));
        TaskDraft later = new TaskDraft(host(), TaskType.DEPLOY, LATER, EndAction.REBOOT, false);
        long id = with(s -> s.create(later)).getId();
        database.run(em -> {
            TestBeans beans = new TestBeans(em);
            quietly(() -> {
                beans.get(TaskService.class).cancel(id);
                return null;
            });
            assertThat(beans.events).containsExactly(new TaskUnscheduled(id));
        });
    }

    private static Optional<Long> waiting(long hostId) {
        return with(s -> s.waitingFor(hostId)).map(Task::getId);
    }

    private static List<Object> due(long id) {
        return database.within(em -> {
            TestBeans beans = new TestBeans(em);
            beans.get(TaskQueuing.class).due(id);
            return beans.events;
        });
    }

    private static Refusal refusal(TaskDraft draft) {
        return database.within(em -> catchThrowableOfType(
                        InvalidInputException.class,
                        () -> new TestBeans(em).get(TaskService.class).create(draft))
                .refusals()
                .get(0));
    }
}
