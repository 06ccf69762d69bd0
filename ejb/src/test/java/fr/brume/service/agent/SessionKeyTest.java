package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.service.boot.ticket.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {
    private static final String ID = "abcdefghijklmnopqrstuv";

    @Test
    void readsIdAndDigestOfTheKey() {
        byte[] key = Secrets.random(32);

        SessionKey shown = SessionKey.parse(ID + "." + Secrets.text(key)).orElseThrow();

        assertThat(shown.sessionId()).isEqualTo(ID);
        assertThat(shown.keyHash()).isEqualTo(Secrets.digest(key));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", ID, ID + ".", ID + ".short", "é.é", ID + "." + ID + ID})
    void refusesOtherTexts(String bearer) {
        assertThat(SessionKey.parse(bearer)).isEmpty();
    }
}
