package fr.brume.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRulesTest {
    @ParameterizedTest
    @CsvSource({
        "Image win10, Imagewin10",
        "Été à l’école, Etealecole",
        "Œuvre, OEuvre",
        "../../etc, etc",
        "a/b\\c, abc",
        "Windows 8.1., Windows8.1",
        "日本, ''"
    })
    void makesAPathFromAName(String name, String path) {
        assertThat(ImageRules.pathOf(name)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Imagewin10", "_x", "win-8.1", "0"})
    void takesPaths(String path) {
        assertThat(refusals(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', refusal.required",
        "a/b, refusal.path.characters",
        "a b, refusal.path.characters",
        "été, refusal.path.characters",
        "., refusal.path.characters",
        "a., refusal.path.characters",
        ".staging, refusal.path.characters",
        "dev, refusal.path.reserved",
        "PostDownloadScripts, refusal.path.reserved",
        "NUL, refusal.path.reserved",
        "com1.x, refusal.path.reserved"
    })
    void refusesPaths(String path, String messageKey) {
        assertThat(refusals(path)).extracting(Refusal::messageKey).containsExactly(messageKey);
    }

    @Test
    void takesNamesWithAccentsAndRefusesWhatIsMissing() {
        ImageDraft empty =
                new ImageDraft(" ", null, null, null, "x", null, null, true, true, false, false, 23, null, null);
        assertThat(ImageRules.check(empty).list())
                .extracting(Refusal::field)
                .containsExactly(
                        "name", "operatingSystem", "imageType", "partitionChoice", "imageFormat", "compression");
    }

    private static List<Refusal> refusals(String path) {
        ImageDraft draft = ImageDraft.of("Été 2026", "", OperatingSystem.LINUX).withPath(path);
        return ImageRules.check(draft).list();
    }
}
