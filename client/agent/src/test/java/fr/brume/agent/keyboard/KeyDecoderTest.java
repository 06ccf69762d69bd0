package fr.brume.agent.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.keyboard.Key.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
    private final KeyDecoder decoder = new KeyDecoder();

    @Test
    void readsAccentsByteByByte() {
        assertThat(typed("éÀœ€𝄞")).isEqualTo("éÀœ€𝄞");
    }

    @ParameterizedTest
    @CsvSource({
        "[A,UP",
        "OA,UP",
        "[B,DOWN",
        "[C,RIGHT",
        "[D,LEFT",
        "[H,HOME",
        "OF,END",
        "[1~,HOME",
        "[4~,END",
        "[3~,DELETE",
        "[5~,PAGE_UP",
        "[6~,PAGE_DOWN",
        "[[A,OTHER",
        "[15~,OTHER",
        "x,OTHER"
    })
    void readsSequences(String behindEscape, Kind kind) {
        assertThat(feed("\033" + behindEscape + "a")).containsExactly(Key.of(kind), Key.character('a'));
    }

    @ParameterizedTest
    @CsvSource({"13,ENTER", "10,ENTER", "8,BACKSPACE", "127,BACKSPACE", "9,TAB", "21,CLEAR_LINE", "1,OTHER"})
    void readsControls(int control, Kind kind) {
        assertThat(octets(control)).containsExactly(Key.of(kind));
    }

    @Test
    void tellsEscapeFromASequenceBySilence() {
        assertThat(feed("\033")).isEmpty();
        assertThat(decoder.pending()).isTrue();
        assertThat(decoder.silence()).contains(Key.of(Kind.ESCAPE));
        assertThat(decoder.silence()).isEmpty();
    }

    @Test
    void aCutSequenceIsNoEscape() {
        feed("\033[1");
        assertThat(decoder.silence()).contains(Key.of(Kind.OTHER));
    }

    @Test
    void aPairOfReturnAndLineFeedIsOneKey() {
        assertThat(feed("\r\n\r\r\n")).containsExactly(enter(), enter(), enter());
    }

    @Test
    void brokenBytesAreNoCharacters() {
        assertThat(octets(0xff, 0xc3, 'a', 0xe2, 0x82, '\r'))
                .containsExactly(Key.of(Kind.OTHER), Key.character('a'), enter());
    }

    @Test
    void anEndlessSequenceEnds() {
        assertThat(feed("\033[" + "1;".repeat(50))).isNotEmpty();
    }

    private static Key enter() {
        return Key.of(Kind.ENTER);
    }

    private String typed(String text) {
        StringBuilder typed = new StringBuilder();
        feed(text).forEach(key -> typed.appendCodePoint(key.character()));
        return typed.toString();
    }

    private List<Key> feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] octets = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            octets[i] = bytes[i] & 0xff;
        }
        return octets(octets);
    }

    private List<Key> octets(int... octets) {
        List<Key> keys = new ArrayList<>();
        for (int octet : octets) {
            decoder.feed(octet).ifPresent(keys::add);
        }
        return keys;
    }
}
