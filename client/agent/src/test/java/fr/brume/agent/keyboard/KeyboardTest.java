package fr.brume.agent.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.keyboard.Key.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void givesTheKeysThatStandardInputHolds() {
        Keyboard keyboard = keyboard("é\033[B\r");
        assertThat(keyboard.next(LONG)).contains(Key.character('é'));
        assertThat(keyboard.next(LONG)).contains(Key.of(Kind.DOWN));
        assertThat(keyboard.next(LONG)).contains(Key.of(Kind.ENTER));
        assertThat(keyboard.next(Duration.ofMillis(1))).isEmpty();
    }

    private static Keyboard keyboard(String typed) {
        return new Keyboard(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    }
}
