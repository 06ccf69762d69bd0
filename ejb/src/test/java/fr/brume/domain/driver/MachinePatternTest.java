package fr.brume.domain.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachinePatternTest {
    @Test
    void starsAndQuestionMarksStandForWhatVaries() {
        assertThat(new MachinePattern("hp*").matches("HP Inc.")).isTrue();
        assertThat(new MachinePattern("OptiPlex 70?0").matches(" OptiPlex 7090 "))
                .isTrue();
        assertThat(new MachinePattern("OptiPlex 70?0").matches("OptiPlex 7090 Tower"))
                .isFalse();
        assertThat(new MachinePattern("écran*").matches("ÉCRAN 1")).isTrue();
    }

    @Test
    void nothingStandsForAllAndNothingElseDoes() {
        assertThat(new MachinePattern(" ").matches(null)).isTrue();
        assertThat(new MachinePattern("Dell").matches(null)).isFalse();
        assertThat(new MachinePattern("a.c(\\E").matches("a.c(\\E")).isTrue();
        assertThat(new MachinePattern("a.c").matches("abc")).isFalse();
    }
}
