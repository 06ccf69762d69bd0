package fr.brume.domain.task;

import static fr.brume.domain.task.TaskState.CANCELLED;
import static fr.brume.domain.task.TaskState.CHECKED_IN;
import static fr.brume.domain.task.TaskState.COMPLETE;
import static fr.brume.domain.task.TaskState.FAILED;
import static fr.brume.domain.task.TaskState.IN_PROGRESS;
import static fr.brume.domain.task.TaskState.QUEUED;
import static fr.brume.domain.task.TaskState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskStateTest {
    private static final Map<TaskState, Set<TaskState>> ALLOWED = Map.of(
            SCHEDULED, Set.of(QUEUED, FAILED, CANCELLED),
            QUEUED, Set.of(CHECKED_IN, FAILED, CANCELLED),
            CHECKED_IN, Set.of(IN_PROGRESS, FAILED, CANCELLED),
            IN_PROGRESS, Set.of(COMPLETE, FAILED, CANCELLED),
            COMPLETE, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(TaskState.values())
                .flatMap(from -> Arrays.stream(TaskState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void leadsWhereTheTableSays(TaskState from, TaskState to) {
        assertThat(from.leadsTo(to)).isEqualTo(ALLOWED.get(from).contains(to));
    }

    @Test
    void everyStateIsScheduledActiveOrOver() {
        assertThat(Arrays.stream(TaskState.values()).filter(s -> !s.isActive() && !s.isOver()))
                .containsExactly(SCHEDULED);
        assertThat(TaskState.active()).doesNotContainAnyElementsOf(TaskState.over());
    }
}
