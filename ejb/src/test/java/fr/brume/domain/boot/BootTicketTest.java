package fr.brume.domain.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootTicketTest {
    private static final Instant BOOT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String LOADER = "192.168.10.202";
    private static final String OTHER = "192.168.10.240";

    private final BootTicket ticket =
            new BootTicket("id", "unknown", Purpose.TASK, new BootIdentity("08:00:27:4d:46:2b", ""), 1L, 2L, BOOT);

    /** State x event: what it answers and what it leaves. Events are of the right address or machine unless named otherwise. */
    @ParameterizedTest
    @CsvSource({
        "ISSUED,   FETCH,                 ,                     FETCHED",
        "ISSUED,   FETCH_ELSEWHERE,       ,                     FETCHED",
        "ISSUED,   REDEEM,                UNAUTHORISED,         ISSUED",
        "ISSUED,   SUPERSEDE,             ,                     VOID",
        "FETCHED,  FETCH,                 ,                     FETCHED",
        "FETCHED,  FETCH_ELSEWHERE,       TICKET_REUSED,        VOID",
        "FETCHED,  REDEEM,                ,                     REDEEMED",
        "FETCHED,  REDEEM_WRONG_SECRET,   UNAUTHORISED,         FETCHED",
        "FETCHED,  REDEEM_OTHER_MACHINE,  TICKET_WRONG_MACHINE, VOID",
        "FETCHED,  SUPERSEDE,             ,                     VOID",
        "REDEEMED, FETCH,                 TICKET_REUSED,        VOID",
        "REDEEMED, FETCH_ELSEWHERE,       TICKET_REUSED,        VOID",
        "REDEEMED, REDEEM,                TICKET_REUSED,        VOID",
        "REDEEMED, REDEEM_OTHER_MACHINE,  TICKET_REUSED,        VOID",
        "REDEEMED, REDEEM_WRONG_SECRET,   UNAUTHORISED,         REDEEMED",
        "REDEEMED, SUPERSEDE,             ,                     REDEEMED",
        "VOID,     FETCH,                 TICKET_REUSED,        VOID",
        "VOID,     REDEEM,                TICKET_REUSED,        VOID",
        "VOID,     SUPERSEDE,             ,                     VOID"
    })
    void goesFromStateToState(TicketState from, String event, Failure refusal, TicketState to) {
        bring(from);

        assertThat(happen(event)).isEqualTo(Optional.ofNullable(refusal));
        assertThat(ticket.getState()).isEqualTo(to);
    }

    @Test
    void theLastOfSeveralFetchesCounts() {
        ticket.fetch(LOADER, "first", BOOT, LIFE);
        ticket.fetch(LOADER, "second", BOOT.plusSeconds(5), LIFE);

        assertThat(ticket.redeem("first", true, BOOT.plusSeconds(60), LIFE)).hasValue(Failure.UNAUTHORISED);
        assertThat(ticket.redeem("second", true, BOOT.plusSeconds(61), LIFE)).isEmpty();
    }

    @Test
    void theWindowOpensWithTheFirstFetch() {
        Instant fetched = BOOT.plus(LIFE);
        assertThat(ticket.fetch(LOADER, "secret", fetched, LIFE)).isEmpty();

        assertThat(ticket.redeem("secret", true, fetched.plus(LIFE), LIFE)).isEmpty();
    }

    @Test
    void expires() {
        assertThat(ticket.fetch(LOADER, "secret", BOOT.plus(LIFE).plusMillis(1), LIFE))
                .hasValue(Failure.TICKET_EXPIRED);
        ticket.fetch(LOADER, "secret", BOOT, LIFE);
        Instant late = BOOT.plus(LIFE).plusMillis(1);

        assertThat(ticket.fetch(LOADER, "again", late, LIFE)).hasValue(Failure.TICKET_EXPIRED);
        assertThat(ticket.redeem("secret", true, late, LIFE)).hasValue(Failure.TICKET_EXPIRED);
        assertThat(ticket.getState()).isEqualTo(TicketState.FETCHED);
    }

    private void bring(TicketState state) {
        switch (state) {
            case ISSUED -> {}
            case FETCHED -> happen("FETCH");
            case REDEEMED -> {
                happen("FETCH");
                happen("REDEEM");
            }
            case VOID -> {
                happen("FETCH");
                happen("FETCH_ELSEWHERE");
            }
        }
        assertThat(ticket.getState()).isEqualTo(state);
    }

    private Optional<Failure> happen(String event) {
        return switch (event) {
            case "FETCH" -> ticket.fetch(LOADER, "secret", BOOT.plusSeconds(10), LIFE);
            case "FETCH_ELSEWHERE" -> ticket.fetch(OTHER, "stolen", BOOT.plusSeconds(11), LIFE);
            case "REDEEM" -> ticket.redeem("secret", true, BOOT.plusSeconds(60), LIFE);
            case "REDEEM_WRONG_SECRET" -> ticket.redeem("guess", true, BOOT.plusSeconds(60), LIFE);
            case "REDEEM_OTHER_MACHINE" -> ticket.redeem("secret", false, BOOT.plusSeconds(60), LIFE);
            case "SUPERSEDE" -> {
                ticket.supersede(BOOT.plusSeconds(90));
                yield Optional.empty();
            }
            default -> throw new IllegalArgumentException(event);
        };
    }
}
