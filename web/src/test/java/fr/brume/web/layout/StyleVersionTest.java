package fr.brume.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StyleVersionTest {
    @Test
    void changesWithTheSheetAndOnlyWithIt() {
        assertThat(version("a{}")).isEqualTo(version("a{}")).matches("[0-9a-f]{8}");
        assertThat(version("a{ }")).isNotEqualTo(version("a{}"));
    }

    private static String version(String sheet) {
        return StyleVersion.of(sheet.getBytes(StandardCharsets.UTF_8));
    }
}
