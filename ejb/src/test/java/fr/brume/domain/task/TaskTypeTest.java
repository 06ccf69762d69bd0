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
        return Arrays.stream(TaskType.values()).filter(TaskType::boots);
    }

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void isFoundByItsNumber(TaskType type) {
        assertThat(TaskType.of(type.id())).contains(type);
    }

    @ParameterizedTest
    @MethodSource("withAgent")
    void whatBootsHasAnActionOfTheSameName(TaskType type) {
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
        assertThat(TaskType.INVENTORY.id()).isEqualTo(10);
        assertThat(TaskType.WAKE_UP.id()).isEqualTo(14);
    }
}
