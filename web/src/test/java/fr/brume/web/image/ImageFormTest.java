package fr.brume.web.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageFormTest {
    private final ImageForm form = new ImageForm(List.of());

    @Test
    void fillsThePathFromTheNameWithoutSpaces() {
        form.setName("Image win10");
        form.suggestPath();
        assertThat(form.getPath()).isEqualTo("Imagewin10");
    }

    @Test
    void followsTheNameUntilSomebodyTypesAPath() {
        form.setName("Élève");
        form.suggestPath();
        form.setName("Élève 2");
        form.suggestPath();
        assertThat(form.getPath()).isEqualTo("Eleve2");
        form.setPath("mine");
        form.setName("Other");
        form.suggestPath();
        assertThat(form.getPath()).isEqualTo("mine");
    }

    @Test
    void startsWithTheChoicesOfTheTutorial() {
        assertThat(form.draft().enabled()).isTrue();
        assertThat(form.draft().replicate()).isTrue();
        assertThat(form.draft().imageType().id()).isEqualTo(1);
        assertThat(form.draft().operatingSystem().id()).isEqualTo(9);
        assertThat(form.draft().imageFormat().id()).isEqualTo(5);
    }
}
