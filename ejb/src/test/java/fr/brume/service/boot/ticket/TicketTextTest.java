package fr.brume.service.boot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTextTest {
    @Test
    void readsWhatItWrote() {
        TicketText ticket = TicketText.newFor(TicketText.newId());

        assertThat(TicketText.parse(ticket.whole())).hasValue(ticket);
        assertThat(TicketText.isId(ticket.id())).isTrue();
        assertThat(ticket.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void neverRepeatsAndNeverPrintsItsSecret() {
        TicketText first = TicketText.newFor("A".repeat(22));
        TicketText second = TicketText.newFor("A".repeat(22));

        assertThat(first.secret()).isNotEqualTo(second.secret());
        assertThat(first.toString()).doesNotContain(first.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "' OR 1=1 --"})
    void refusesOtherTexts(String shown) {
        assertThat(TicketText.parse(shown)).isEmpty();
        assertThat(TicketText.isId(shown)).isFalse();
        assertThat(TicketText.parse("é" + "A".repeat(64))).isEmpty();
        assertThat(TicketText.parse("A".repeat(66))).isEmpty();
    }
}
