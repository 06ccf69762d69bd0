package fr.brume.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in both languages, with the same placeholders. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    static List<Path> english() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(f -> f.toString().endsWith(".properties"))
                    .filter(f -> !f.toString().endsWith("_fr.properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void frenchHasTheSameKeysAndPlaceholders(Path english) throws IOException {
        Properties en = read(english);
        Properties fr = read(Path.of(english.toString().replace(".properties", "_fr.properties")));
        assertThat(fr.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : en.stringPropertyNames()) {
            assertThat(fr.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(fr.getProperty(key))).as(key).isEqualTo(placeholders(en.getProperty(key)));
        }
    }

    @Test
    void thereAreBundlesToCompare() throws IOException {
        assertThat(english()).hasSizeGreaterThan(10);
    }

    @Test
    void noFrenchTextUsesTheTypewritersApostrophe() throws IOException {
        for (Path english : english()) {
            Path french = Path.of(english.toString().replace(".properties", "_fr.properties"));
            assertThat(Files.readString(french)).as(french.toString()).doesNotContain("'");
            assertThat(Files.readString(english)).as(english.toString()).doesNotContain("'");
        }
    }

    /** Paginator templates are filled by PrimeFaces and have names in braces instead of numbers. */
    private static int placeholders(String text) {
        return text.contains("{startRecord}")
                ? -1
                : new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
