package fr.brume.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.image.Image;
import fr.brume.domain.task.TaskRules.Activity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskRulesTest {
    private static final Activity BUSY = new Activity(true, false);
    private static final Activity IN_CAPTURE = new Activity(false, true);

    static Stream<Arguments> refused() {
        Image captured = Samples.captured();
        return Stream.of(
                Arguments.of(TaskType.DEPLOY, null, Activity.NONE, "refusal.task.noImage"),
                Arguments.of(TaskType.CAPTURE, null, Activity.NONE, "refusal.task.noImage"),
                Arguments.of(TaskType.DEPLOY, Samples.image(false, false), Activity.NONE, "refusal.task.imageDisabled"),
                Arguments.of(
                        TaskType.CAPTURE, Samples.image(false, false), Activity.NONE, "refusal.task.imageDisabled"),
                Arguments.of(TaskType.DEPLOY, captured, BUSY, "refusal.task.hostBusy"),
                Arguments.of(TaskType.CAPTURE, captured, BUSY, "refusal.task.hostBusy"),
                Arguments.of(TaskType.CAPTURE, Samples.image(true, true), Activity.NONE, "refusal.task.imageProtected"),
                Arguments.of(TaskType.CAPTURE, captured, IN_CAPTURE, "refusal.task.imageInCapture"),
                Arguments.of(TaskType.DEPLOY, Samples.image(true, false), Activity.NONE, "refusal.task.neverCaptured"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(TaskType type, Image image, Activity activity, String messageKey) {
        assertThat(TaskRules.broken(type, Samples.host(image), activity))
                .map(TaskRules.Broken::messageKey)
                .contains(messageKey);
    }

    @Test
    void allowsTheRest() {
        assertThat(TaskRules.broken(TaskType.CAPTURE, Samples.host(Samples.image(true, false)), Activity.NONE))
                .isEmpty();
        assertThat(TaskRules.broken(TaskType.DEPLOY, Samples.host(Samples.captured()), IN_CAPTURE))
                .as("the version in use is deployed while the next one is captured")
                .isEmpty();
    }
}
