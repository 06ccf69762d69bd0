package fr.brume.agent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.agent.progress.ConnectionState;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {
    private final List<Long> pauses = new ArrayList<>();
    private final ConnectionState state = new ConnectionState();
    private final Retry retry = new Retry(state, time -> pauses.add(time.toSeconds()), Duration.ofMinutes(1));

    @Test
    void asksAgainWithGrowingDelaysAndTellsTheState() throws FailureException {
        int[] asked = {0};
        String answer = retry.until(() -> {
            if (++asked[0] < 7) {
                throw new FailureException(Failure.SERVER_LOST);
            }
            assertThat(state.attempts()).isEqualTo(6);
            return "here";
        });

        assertThat(answer).isEqualTo("here");
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
        assertThat(state.attempts()).isZero();
    }

    @Test
    void givesUpAfterTheLimit() {
        assertThatThrownBy(() -> retry.until(() -> {
                    throw new FailureException(Failure.SERVER_LOST);
                }))
                .isInstanceOf(FailureException.class);
        assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isEqualTo(60);
    }

    @Test
    void goesOnAfterAConnectionThatWasIdleForTooLong() throws FailureException {
        int[] asked = {0};
        retry.until(() -> {
            if (++asked[0] == 1) {
                throw new FailureException(Failure.TIMED_OUT);
            }
            return "here";
        });
        assertThat(pauses).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORISED", "CORRUPT_DATA", "TICKET_UNANSWERED"})
    void doesNotRepeatWhatWillFailAgain(Failure failure) {
        assertThatThrownBy(() -> retry.until(() -> {
                    throw new FailureException(failure);
                }))
                .isInstanceOf(FailureException.class);
        assertThat(pauses).isEmpty();
    }
}
