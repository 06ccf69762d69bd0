package fr.brume.service.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskFinding;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.domain.task.Turn;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import fr.brume.service.TestBeans;
import fr.brume.service.link.Listeners;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tasks that need no image. */
class AdvancedTaskTest extends StoredTasks {
    /** A network that takes packets, or none. */
    private static final class Network extends Listeners {
        private final List<MacAddress> woken = new ArrayList<>();
        private final boolean there;

        Network(boolean there) {
            this.there = there;
        }

        @Override
        public boolean wake(MacAddress mac) {
            woken.add(mac);
            return there;
        }
    }

    @Test
    void aHostWithoutImageMayBeInventoried() {
        long host = bareHost();
        Task task = with(s -> s.create(TaskDraft.now(host, TaskType.INVENTORY)));
        assertThat(task.getImage()).isNull();
        assertThat(task.getImageName()).isEmpty();
        Optional<Task> waiting = with(s -> s.waitingFor(host));
        assertThat(waiting).map(Task::getId).contains(task.getId());
        assertThat(with(TaskService::active)).hasSize(1);
    }

    @Test
    void whatNeedsNoImageBeginsWithoutASlot() {
        long id = with(s -> s.create(TaskDraft.now(host(), TaskType.INVENTORY))).getId();
        Turn turn = database.within(em -> {
            em.find(Task.class, id).checkIn(Instant.now());
            return new TestBeans(em).get(Queue.class).turn(id);
        });
        assertThat(turn).isEqualTo(new Turn.Go(null));
    }

    @Test
    void aWakeUpIsOverAtOnceAndSaysWhatItSent() {
        Network network = new Network(true);
        Task task = wakeUp(host(), network);
        assertThat(task.getState()).isEqualTo(TaskState.COMPLETE);
        assertThat(network.woken).containsExactly(mac(hosts));
        assertThat(findings(task))
                .singleElement()
                .extracting(f -> f.text(Locale.ENGLISH))
                .asString()
                .startsWith("A wake-up packet was sent to " + mac(hosts));
    }

    @Test
    void aWakeUpThatNoNetworkTakesFails() {
        Task task = wakeUp(host(), new Network(false));
        assertThat(task.getState()).isEqualTo(TaskState.FAILED);
        assertThat(task.getFailure().getCode()).isEqualTo(Failure.WAKE_NOT_SENT.code());
    }

    @Test
    void aMachineWithAWaitingTaskMayBeWoken() {
        long host = host();
        with(s -> s.create(TaskDraft.now(host, TaskType.DEPLOY)));
        assertThat(wakeUp(host, new Network(true)).getState()).isEqualTo(TaskState.COMPLETE);
    }

    @Test
    void aMemtestIsOverWhenTheMachineWasToldToLoadIt() {
        long id = with(s -> s.create(TaskDraft.now(host(), TaskType.MEMTEST))).getId();
        for (int request = 1; request <= 2; request++) {
            database.run(em -> new TestBeans(em).get(MemtestTasks.class).handedOut(em.find(Task.class, id)));
        }
        Task task = database.within(em -> em.find(Task.class, id));
        assertThat(task.getState()).isEqualTo(TaskState.COMPLETE);
        assertThat(findings(task)).hasSize(1);
    }

    @Test
    void aMemtestThatTheFirmwareRefusesFailsAndSaysWhy() {
        long id = with(s -> s.create(TaskDraft.now(host(), TaskType.MEMTEST))).getId();
        database.run(em -> new TestBeans(em).get(MemtestTasks.class).refused(em.find(Task.class, id)));
        Task task = database.within(em -> em.find(Task.class, id));
        assertThat(task.getFailure().getCode()).isEqualTo(Failure.MEMTEST_UNSIGNED.code());
    }

    @Test
    void aWipeIsRefusedUntilTheNameOfTheHostIsTyped() {
        long host = host();
        assertThat(refusal(wipe(host, "")).field()).isEqualTo("confirmation");
        assertThat(refusal(wipe(host, "w0")).field()).isEqualTo("confirmation");
        assertThat(with(s -> s.create(wipe(host, " W" + hosts))).getType()).isEqualTo(TaskType.WIPE_FULL);
    }

    @Test
    void aPasswordResetNamesAnAccount() {
        long host = host();
        for (String wrong : new String[] {"", "a/b", "-u", "x".repeat(21)}) {
            assertThat(refusal(reset(host, wrong)).field()).as(wrong).isEqualTo("account");
        }
        assertThat(with(s -> s.create(reset(host, "Élève"))).getAccount()).isEqualTo("Élève");
    }

    private static TaskDraft wipe(long host, String typed) {
        return new TaskDraft(host, TaskType.WIPE_FULL, null, EndAction.REBOOT, false, typed, "");
    }

    private static TaskDraft reset(long host, String account) {
        return new TaskDraft(host, TaskType.PASSWORD_RESET, null, EndAction.REBOOT, false, "", account);
    }

    private static Refusal refusal(TaskDraft draft) {
        InvalidInputException refused = database.within(em -> catchThrowableOfType(
                InvalidInputException.class,
                () -> new TestBeans(em).get(TaskService.class).create(draft)));
        return refused.refusals().get(0);
    }

    @Test
    void aLaterReportReplacesTheFindings() {
        long id = with(s -> s.create(TaskDraft.now(host(), TaskType.INVENTORY))).getId();
        for (int report = 1; report <= 2; report++) {
            String memory = Integer.toString(report);
            database.run(em -> new TestBeans(em)
                    .get(TaskResults.class)
                    .keep(em.find(Task.class, id), List.of(Finding.of("RAM", FindingKind.MEMORY, memory))));
        }
        List<TaskFinding> kept =
                database.within(em -> new TestBeans(em).get(TaskResults.class).of(id));
        assertThat(kept).extracting(f -> f.text(Locale.ENGLISH)).containsExactly("2 bytes");
    }

    private static long bareHost() {
        hosts++;
        return database.within(em -> {
            Host host = new Host("w" + hosts, mac(hosts), "brume", Instant.now());
            em.persist(host);
            return host.getId();
        });
    }

    private static Task wakeUp(long host, Network network) {
        return database.within(em -> {
            TestBeans beans = new TestBeans(em);
            Task task = quietly(() -> beans.get(TaskService.class).create(TaskDraft.now(host, TaskType.WAKE_UP)));
            assertThat(beans.events).containsExactly(new WakeUpDue(task));
            Waking waking = new Waking();
            waking.listeners = network;
            waking.results = beans.get(TaskResults.class);
            waking.wakeUp(new WakeUpDue(task));
            return task;
        });
    }

    private static List<TaskFinding> findings(Task task) {
        return database.within(em -> new TestBeans(em).get(TaskResults.class).of(task.getId()));
    }
}
