package fr.brume.agent.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.keyboard.Key;
import fr.brume.agent.keyboard.Key.Kind;
import org.junit.jupiter.api.Test;

class LineEditorTest {
    private final LineEditor line = new LineEditor("", 6);

    @Test
    void insertsAndDeletesWhereTheCursorIs() {
        type("Zoé");
        press(Kind.LEFT, Kind.LEFT, Kind.BACKSPACE);
        type("C");
        assertThat(line.before(false) + "|" + line.behind(false)).isEqualTo("C|oé");
        press(Kind.END, Kind.BACKSPACE, Kind.HOME, Kind.DELETE);
        assertThat(line.text()).isEqualTo("o");
        press(Kind.CLEAR_LINE, Kind.BACKSPACE, Kind.DELETE, Kind.LEFT, Kind.RIGHT);
        assertThat(line.text()).isEmpty();
    }

    @Test
    void aProposalIsReplacedOrChanged() {
        LineEditor replaced = new LineEditor("PC-1", 15);
        replaced.press(Key.character('a'));
        assertThat(replaced.text()).isEqualTo("a");
        LineEditor changed = new LineEditor("PC-1", 15);
        changed.press(Key.of(Kind.BACKSPACE));
        changed.press(Key.character('2'));
        assertThat(changed.text()).isEqualTo("PC-2");
    }

    @Test
    void takesNoMoreThanItMay() {
        type("1234567");
        assertThat(line.text()).isEqualTo("123456");
    }

    @Test
    void neverCutsACharacterInTwo() {
        line.press(Key.character(0x1d11e));
        type("a");
        press(Kind.LEFT, Kind.BACKSPACE);
        assertThat(line.text()).isEqualTo("a");
    }

    @Test
    void showsAPasswordAsStars() {
        type("mot€");
        press(Kind.LEFT);
        assertThat(line.before(true)).isEqualTo("***");
        assertThat(line.behind(true)).isEqualTo("*");
    }

    private void type(String text) {
        text.codePoints().forEach(c -> line.press(Key.character(c)));
    }

    private void press(Kind... kinds) {
        for (Kind kind : kinds) {
            line.press(Key.of(kind));
        }
    }
}
