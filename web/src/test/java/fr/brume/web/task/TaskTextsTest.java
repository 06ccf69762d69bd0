package fr.brume.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.Messages;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.finding.Weight;
import fr.brume.web.layout.Texts;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that pages look up by the name of a type: no page names them, so that only this notices a missing one. */
class TaskTextsTest {
    private final Texts texts = new Texts();
    private final TaskLook look = new TaskLook();

    @ParameterizedTest
    @EnumSource(TaskType.class)
    void everyTypeIsNamedWarnedOfAndDrawn(TaskType type) {
        for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            assertThat(Messages.text(locale, type.key())).isNotBlank();
            assertThat(bundle("task.TaskWarnings", locale).getString(type.name()))
                    .isNotBlank();
            if (type.isAdvanced()) {
                assertThat(bundle("task.TaskAdvanced", locale).getString(type.name()))
                        .isNotBlank();
            }
        }
        assertThat(look.icon(type)).startsWith("pi-");
    }

    @ParameterizedTest
    @EnumSource(value = Weight.class, mode = EnumSource.Mode.EXCLUDE, names = "FACT")
    void everyWeightHasAWordAndAColour(Weight weight) {
        assertThat(bundle("task.TaskDetail", Locale.FRENCH).getString(weight.name()))
                .isNotBlank();
        assertThat(look.severity(weight)).isNotBlank();
    }

    private ResourceBundle bundle(String page, Locale locale) {
        return texts.of(page, locale);
    }
}
