package fr.brume.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.storage.StorageNode;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.domain.task.Turn;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskServiceTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
    private static TestDatabase database;
    private static long imageId;
    private static int hosts;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
        imageId = database.within(em -> {
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image image = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(image);
            ImageVersion version = new ImageVersion(image, 1, "pc", 1, Instant.now());
            em.persist(version);
            version.commit(10, 5, Instant.now());
            em.flush();
            image.use(version);
            return image.getId();
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.run(em -> {
            em.createQuery("DELETE FROM Task t").executeUpdate();
            em.find(StorageNode.class, 1L).serveAtMost(2);
        });
    }

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

    @Test
    void deploysTakeTheSlotsOfTheNodeInOrderOfCheckIn() {
        List<Long> tasks = List.of(persistTask(host()), persistTask(host()), persistTask(host()), persistTask(host()));
        Instant now = Instant.now();
        for (int i = 0; i < tasks.size(); i++) {
            Instant at = now.plusSeconds(10 - i);
            long id = tasks.get(i);
            database.run(em -> em.find(Task.class, id).checkIn(at));
        }
        assertThat(turn(tasks.get(3))).as("checked in first").isInstanceOf(Turn.Go.class);
        assertThat(turn(tasks.get(0))).isEqualTo(new Turn.Wait(3));
        assertThat(turn(tasks.get(1))).isEqualTo(new Turn.Wait(2));
        assertThat(turn(tasks.get(2))).isInstanceOf(Turn.Go.class);
        assertThat(turn(tasks.get(3))).as("has its slot").isInstanceOf(Turn.Go.class);
        database.run(em -> em.find(Task.class, tasks.get(3)).stall(now));
        assertThat(turn(tasks.get(1))).as("a silent machine holds no slot").isInstanceOf(Turn.Go.class);
    }

    @Test
    void marksSilentMachinesAndHistorySortsByEverything() throws Exception {
        long id = persistTask(host());
        database.run(em -> em.find(Task.class, id).checkIn(Instant.now().minusSeconds(700)));
        database.run(em -> new TestBeans(em).get(TaskWatch.class).markSilent(Instant.now()));
        assertThat(with(s -> s.find(id)).orElseThrow().getTimes().getStalledSince())
                .isNotNull();
        for (TaskQuery.Sort sort : TaskQuery.Sort.values()) {
            assertThat(with(s -> s.history(new TaskQuery("W", sort, false, 0, 5)))
                            .total())
                    .isZero();
        }
        database.run(em -> new TestBeans(em).get(Leftovers.class).clear(Instant.now()));
    }

    private static Optional<Long> waiting(long hostId) {
        return with(s -> s.waitingFor(hostId)).map(Task::getId);
    }

    private static Turn turn(long id) {
        return database.within(em -> {
            Turn turn = new TestBeans(em).get(Queue.class).turn(id);
            Task task = em.find(Task.class, id);
            if (turn instanceof Turn.Go go && task.getState() == TaskState.CHECKED_IN) {
                task.start(go.node(), Instant.now());
            }
            return turn;
        });
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

    private static long persistTask(long hostId) {
        return database.within(em -> {
            Task task = new Task(
                    TaskDraft.now(hostId, TaskType.DEPLOY), em.find(Host.class, hostId), "brume", Instant.now());
            em.persist(task);
            return task.getId();
        });
    }

    private static long host() {
        hosts++;
        return database.within(em -> {
            Host host = new Host("w" + hosts, mac(hosts), "brume", Instant.now());
            host.assign(em.find(Image.class, imageId));
            em.persist(host);
            return host.getId();
        });
    }

    private static MacAddress mac(int number) {
        return new MacAddress(String.format("08:00:27:00:00:%02x", number));
    }

    private interface Call<T> {
        T run() throws InvalidInputException;
    }

    private interface Use<T> {
        T of(TaskService service) throws InvalidInputException;
    }

    private static <T> T with(Use<T> use) {
        Function<EntityManager, T> work = em -> quietly(() -> use.of(new TestBeans(em).get(TaskService.class)));
        return database.within(work);
    }

    private static <T> T quietly(Call<T> call) {
        try {
            return call.run();
        } catch (InvalidInputException refused) {
            throw new AssertionError(refused);
        }
    }
}
