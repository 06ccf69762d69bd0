package fr.brume.agent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that follows one that was killed: the ticket is shown once in a boot. */
class KeptSessionTest {
    private static final SessionRequest REQUEST =
            new SessionRequest("ticket-0123456789", List.of("08:00:27:4d:46:2b"), "uuid", "1");
    private static final Session SESSION = new Session("7", "a2V5", Purpose.TASK, "fr", 9069, "win10", 12);

    private static TestKey key;

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeAll
    static void makeKey(@TempDir Path keys) throws Exception {
        key = TestKey.generate(keys);
    }

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(key);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theNextAgentSpeaksInTheSameSessionWithoutTheTicket() throws Exception {
        server.answer(200, JsonPost.JSON.toJson(SESSION));
        assertThat(agent().redeem(REQUEST)).isEqualTo(SESSION);

        HttpAgentServer next = agent();
        assertThat(next.redeem(REQUEST)).isEqualTo(SESSION);
        server.answer(204, "");
        next.finish();

        assertThat(server.requests).hasSize(2);
        assertThat(server.requests.get(1)).isEqualTo("POST /agent/v1/finish Bearer 7.a2V5 ");
        assertThat(folder).isDirectoryContaining("glob:**session").isDirectoryNotContaining("glob:**.new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("session"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aTicketThatWasShownWithoutAnAnswerIsNotShownAgain() throws FailureException {
        server.answer(200, "{\"id\":");
        assertFailure(() -> agent().redeem(REQUEST), Failure.PROTOCOL_ERROR);
        server.answer(200, JsonPost.JSON.toJson(SESSION));
        assertFailure(() -> agent().redeem(REQUEST), Failure.TICKET_UNANSWERED);

        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aTicketThatNobodyTookIsShownAgain() throws FailureException {
        HttpAgentServer agent = agent();
        server.answer(503, "<html>");
        assertFailure(() -> agent.redeem(REQUEST), Failure.SERVER_LOST);
        server.answer(200, JsonPost.JSON.toJson(SESSION));
        assertThat(agent.redeem(REQUEST)).isEqualTo(SESSION);
    }

    private HttpAgentServer agent() {
        return new HttpAgentServer(server.boot(), new KeptSession(folder));
    }

    private static void assertFailure(ThrowingCallable call, Failure failure) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
