package fr.brume.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.TaskAction;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskTypeTest {
    static Stream<TaskType> withAgent() {
        return Arrays.stream(TaskType.values()).filter(TaskType::usesAgent);
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void isFoundByItsNumber(TaskType type) {
        assertThat(TaskType.of(type.id())).contains(type);
    }

    @ParameterizedTest
    @MethodSource("withAgent")
    void whatUsesTheAgentHasAnActionOfTheSameName(TaskType type) {
        assertThat(TaskAction.valueOf(type.name())).isNotNull();
    }

    @Test
    void onlyWhatNeedsAnImageIsBasic() {
        assertThat(TaskType.values()).allMatch(type -> type.needsImage() != type.isAdvanced());
    }

    @Test
    void keepsTheNumbersOfFog() {
        assertThat(TaskType.DEPLOY.id()).isEqualTo(1);
        assertThat(TaskType.CAPTURE.id()).isEqualTo(2);
        assertThat(TaskType.MEMTEST.id()).isEqualTo(4);
        assertThat(TaskType.TEST_DISK.id()).isEqualTo(5);
        assertThat(TaskType.SURFACE_TEST.id()).isEqualTo(6);
        assertThat(TaskType.INVENTORY.id()).isEqualTo(10);
        assertThat(TaskType.PASSWORD_RESET.id()).isEqualTo(11);
        assertThat(TaskType.WAKE_UP.id()).isEqualTo(14);
        assertThat(TaskType.WIPE_FAST.id()).isEqualTo(18);
        assertThat(TaskType.WIPE_NORMAL.id()).isEqualTo(19);
        assertThat(TaskType.WIPE_FULL.id()).isEqualTo(20);
    }
}
