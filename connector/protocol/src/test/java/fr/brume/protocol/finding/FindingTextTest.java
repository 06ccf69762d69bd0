package fr.brume.protocol.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextTest {
    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void everyKindHasATextInBothLanguages(FindingKind kind) {
        List<String> arguments = List.of("1", "2", "3", "4");
        String english = FindingText.of(kind, arguments, Locale.ENGLISH);
        String french = FindingText.of(kind, arguments, Locale.FRENCH);
        assertThat(english).isNotBlank().doesNotContain("{", "''");
        assertThat(french).isNotBlank().doesNotContain("{", "'");
    }

    @Test
    void groupsNumbersAsTheLanguageDoes() {
        assertThat(FindingText.of(FindingKind.MEMORY, List.of("4294967296"), Locale.ENGLISH))
                .isEqualTo("4,294,967,296 bytes");
    }

    @Test
    void showsWhatIsNoNumberAsItCame() {
        assertThat(FindingText.of(FindingKind.MEMORY, List.of("many"), Locale.ENGLISH))
                .isEqualTo("many bytes");
    }

    @Test
    void leavesSerialNumbersAlone() {
        assertThat(FindingText.of(FindingKind.SYSTEM, List.of("PC", "0012345"), Locale.ENGLISH))
                .isEqualTo("PC, serial number 0012345");
    }
}
