package fr.brume.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages hold no text of their own, and ask only for texts that exist. */
class PagesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern PARAMETER = Pattern.compile("<(ui|f):param [^>]*>");
    private static final Pattern LABEL = Pattern.compile(
            "\\b(value|title|header|headerText|summary|message|itemLabel|placeholder|alt|[a-zA-Z]+Message)"
                    + "=\"([^\"#]*\\p{L}{2}[^\"#]*)\"");
    private static final Set<String> SAME_IN_EVERY_LANGUAGE =
            Set.of("Brume", "– Brume", "Français", "English", "/images/", "08:00:27:4d:46:2b", "–", "·", "/");
    private static final Pattern BUNDLE = Pattern.compile("name=\"(\\w+)\" value=\"#\\{texts\\.of\\('([\\w.]+)'\\)}\"");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(f -> f.toString().endsWith(".xhtml")).sorted().toList();
        }
    }

    @Test
    void thereArePagesToRead() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdsNoTextOfItsOwn(Path page) throws IOException {
        String source = Files.readString(page);
        Set<String> found = new TreeSet<>();
        for (String text : TAG.split(EXPRESSION.matcher(source).replaceAll(" "))) {
            found.add(text.replaceAll("&#?\\w+;", " ").strip());
        }
        found.removeIf(text -> text.chars().noneMatch(Character::isLetter) || SAME_IN_EVERY_LANGUAGE.contains(text));
        assertThat(found).as("text between tags").isEmpty();
        Matcher labels = LABEL.matcher(PARAMETER.matcher(source).replaceAll(""));
        Set<String> written = new TreeSet<>();
        while (labels.find()) {
            written.add(labels.group(2));
        }
        written.removeIf(text -> SAME_IN_EVERY_LANGUAGE.contains(text) || text.matches("[A-Z_]+|true|false"));
        assertThat(written).as("text in attributes").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksOnlyForTextsThatExist(Path page) throws IOException {
        String source = Files.readString(page);
        Matcher bundles = BUNDLE.matcher(source);
        while (bundles.find()) {
            Properties texts = new Properties();
            String file = "src/main/resources/fr/brume/web/" + bundles.group(2).replace('.', '/') + ".properties";
            texts.load(Files.newBufferedReader(Path.of(file)));
            Matcher uses =
                    Pattern.compile("[{( ?:,]" + bundles.group(1) + "\\.(\\w+)").matcher(source);
            while (uses.find()) {
                assertThat(texts.stringPropertyNames()).contains(uses.group(1));
            }
        }
    }
}
