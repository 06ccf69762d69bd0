package fr.brume.agent.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.keyboard.Key;
import fr.brume.agent.keyboard.Key.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListChoiceTest {
    private static final List<String> IMAGES =
            List.of("Atelier", "Écran", "écran large", "Salle 101", "Salle 102", "win10", "win11");

    @Test
    void movesByArrowsAndStopsAtTheEnds() {
        ListChoice list = new ListChoice(IMAGES, 0, 3);
        assertThat(after(list, Kind.UP)).isZero();
        assertThat(after(list, Kind.DOWN)).isEqualTo(1);
        assertThat(after(list, Kind.PAGE_DOWN)).isEqualTo(4);
        assertThat(list.first()).isEqualTo(3);
        assertThat(after(list, Kind.END)).isEqualTo(6);
        assertThat(list.first()).isEqualTo(6);
        assertThat(after(list, Kind.PAGE_DOWN)).isEqualTo(6);
        assertThat(after(list, Kind.HOME)).isZero();
    }

    @Test
    void aLetterGoesToTheNextThatBeginsSo() {
        ListChoice list = new ListChoice(IMAGES, 0, 3);
        assertThat(type(list, "e")).isEqualTo(1);
        press(list, Kind.OTHER);
        assertThat(type(list, "E")).isEqualTo(2);
        press(list, Kind.OTHER);
        assertThat(type(list, "é")).isEqualTo(1);
    }

    @Test
    void furtherLettersNarrow() {
        assertThat(type(new ListChoice(IMAGES, 0, 3), "salle 102")).isEqualTo(4);
        assertThat(type(new ListChoice(IMAGES, 0, 3), "sw")).isEqualTo(5);
        assertThat(type(new ListChoice(IMAGES, 3, 3), "z")).isEqualTo(3);
    }

    @Test
    void digitsAreANumber() {
        List<String> many = IntStream.rangeClosed(1, 40).mapToObj(i -> "image").toList();
        ListChoice list = new ListChoice(many, 0, 8);
        assertThat(type(list, "12")).isEqualTo(11);
        press(list, Kind.OTHER);
        assertThat(type(list, "41")).isEqualTo(0);
        press(list, Kind.OTHER);
        assertThat(type(list, "0")).isEqualTo(0);
        assertThat(type(list, "7777777777777")).isEqualTo(6);
    }

    private static int after(ListChoice list, Kind kind) {
        press(list, kind);
        return list.selected();
    }

    private static void press(ListChoice list, Kind kind) {
        list.press(Key.of(kind));
    }

    private static int type(ListChoice list, String text) {
        text.codePoints().forEach(c -> list.press(Key.character(c)));
        return list.selected();
    }
}
