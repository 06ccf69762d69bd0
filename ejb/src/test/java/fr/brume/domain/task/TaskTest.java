package fr.brume.domain.task;

import static fr.brume.domain.task.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.fault.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskTest {
    private static final Map<String, Consumer<Task>> STEPS = Map.of(
            "queue", Task::queue,
            "check in", t -> t.checkIn(NOW),
            "start", t -> t.start(Samples.node(1, 10), NOW),
            "report", t -> t.report(report(1, 2), NOW),
            "complete", t -> t.complete(NOW),
            "cancel", t -> t.cancel(NOW),
            "fail", t -> t.fail(Failure.NO_DISK, List.of(), "", NOW));

    static Stream<Arguments> everyStepInEveryState() {
        Map<TaskState, List<String>> allowed = Map.of(
                TaskState.SCHEDULED, List.of("queue", "cancel", "fail"),
                TaskState.QUEUED, List.of("check in", "cancel", "fail"),
                TaskState.CHECKED_IN, List.of("check in", "start", "cancel", "fail"),
                TaskState.IN_PROGRESS, List.of("check in", "report", "complete", "cancel", "fail"),
                TaskState.COMPLETE, List.of(),
                TaskState.FAILED, List.of(),
                TaskState.CANCELLED, List.of());
        return allowed.entrySet().stream()
                .flatMap(entry -> STEPS.keySet().stream()
                        .map(step -> Arguments.of(
                                entry.getKey(), step, entry.getValue().contains(step))));
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryState")
    void takesOnlyTheStepsOfItsState(TaskState state, String step, boolean allowed) {
        Task task = in(state);
        if (allowed) {
            STEPS.get(step).accept(task);
        } else {
            assertThatThrownBy(() -> STEPS.get(step).accept(task)).isInstanceOf(IllegalTransitionException.class);
            assertThat(task.getState()).isEqualTo(state);
        }
    }

    @Test
    void keepsItsPlaceWhenItChecksInAgain() {
        Task task = in(TaskState.CHECKED_IN);
        task.checkIn(NOW.plusSeconds(60));
        assertThat(task.getTimes().getCheckedIn()).isEqualTo(NOW);
        assertThat(task.getTimes().getLastSeen()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void isStalledUntilItsMachineIsHeardAgain() {
        Task task = in(TaskState.IN_PROGRESS);
        task.stall(NOW.plusSeconds(600));
        assertThat(task.getTimes().getStalledSince()).isEqualTo(NOW.plusSeconds(600));
        assertThat(task.getState()).isEqualTo(TaskState.IN_PROGRESS);
        task.report(report(1, 2), NOW.plusSeconds(700));
        assertThat(task.getTimes().getStalledSince()).isNull();
    }

    @Test
    void showsPercentWithinBoundsWhateverTheMachineSays() {
        assertThat(percent(1, 3)).isEqualTo(33);
        assertThat(percent(5, 3)).isEqualTo(100);
        assertThat(percent(-5, 3)).isZero();
        assertThat(percent(5, 0)).isZero();
    }

    @Test
    void saysItsFailureInBothLanguages() {
        Task task = in(TaskState.IN_PROGRESS);
        task.fail(Failure.DISK_READ, List.of("sda\n", "42"), "x".repeat(5000), NOW);
        assertThat(task.getFailure().text(Locale.FRENCH)).startsWith("Le disque sda ");
        assertThat(task.getFailure().text(Locale.ENGLISH)).contains("sda").contains("42");
        assertThat(task.getFailure().getDetail()).hasSize(4000);
    }

    private static int percent(long done, long total) {
        Task task = in(TaskState.IN_PROGRESS);
        task.report(report(done, total), NOW);
        return task.getProgress().getPercent();
    }

    private static Task in(TaskState state) {
        Task task = Samples.task(TaskType.DEPLOY, state == TaskState.SCHEDULED ? NOW.plusSeconds(60) : null);
        List<String> path = switch (state) {
            case SCHEDULED, QUEUED -> List.of();
            case CHECKED_IN -> List.of("check in");
            case IN_PROGRESS -> List.of("check in", "start");
            case COMPLETE -> List.of("check in", "start", "complete");
            case FAILED -> List.of("fail");
            case CANCELLED -> List.of("cancel");
        };
        path.forEach(step -> STEPS.get(step).accept(task));
        assertThat(task.getState()).isEqualTo(state);
        return task;
    }

    private static ProgressReport report(long done, long total) {
        return new ProgressReport(Phase.TRANSFERRING, 1, 2, "ntfs", 100, 50, 4096, done, done, total, 10, 5, 6);
    }
}
