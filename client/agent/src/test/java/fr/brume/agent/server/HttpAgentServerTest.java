package fr.brume.agent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.boot.BootFiles;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CheckInState;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpAgentServerTest {
    private static final SessionRequest REQUEST =
            new SessionRequest("ticket-0123456789", List.of("08:00:27:4d:46:2b"), "uuid", "1");
    private static final String SESSION = "{\"id\":\"7\",\"key\":\"a2V5\",\"purpose\":\"TASK\",\"locale\":\"fr\","
            + "\"transferPort\":9069,\"hostName\":\"win10\",\"serverTime\":12}";

    private static TestKey key;

    @TempDir
    Path folder;

    private TestServer server;
    private KeptSession kept;

    @BeforeAll
    static void makeKey(@TempDir Path folder) throws Exception {
        key = TestKey.generate(folder);
    }

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(key);
        kept = new KeptSession(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void redeemsTheTicketThenSpeaksWithItsKey() throws FailureException {
        HttpAgentServer agent = agent();
        server.answer(200, SESSION);
        Session session = agent.redeem(REQUEST);
        server.answer(200, "{\"state\":\"GO\",\"position\":0,\"order\":{\"taskId\":3,\"action\":\"CAPTURE\"}}");
        CheckInAnswer go = agent.checkIn();
        server.answer(204, "");
        agent.finish();

        assertThat(session).isEqualTo(new Session("7", "a2V5", Purpose.TASK, "fr", 9069, "win10", 12));
        assertThat(go.state()).isEqualTo(CheckInState.GO);
        assertThat(go.order().action()).isEqualTo(TaskAction.CAPTURE);
        assertThat(server.requests.get(0))
                .startsWith("POST /agent/v1/session null {")
                .contains("\"ticket\":\"ticket-0123456789\"", "\"macs\":[\"08:00:27:4d:46:2b\"]");
        assertThat(server.requests.get(1)).isEqualTo("POST /agent/v1/check-in Bearer 7.a2V5 ");
        assertThat(server.requests.get(2)).isEqualTo("POST /agent/v1/finish Bearer 7.a2V5 ");
    }

    @Test
    void refusesAServerWithAnotherKeyBeforeTheTicketLeaves() {
        HttpAgentServer agent = new HttpAgentServer(server.boot("00".repeat(32)), kept);

        assertFailure(() -> agent.redeem(REQUEST), Failure.TLS_FAILED);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void givesTheServersOwnWordsOfARefusal() {
        HttpAgentServer agent = agent();
        server.answer(403, "{\"code\":41,\"message\":\"Le ticket a expiré.\"}");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> agent.redeem(REQUEST))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.TICKET_EXPIRED))
                .satisfies(e -> assertThat(e.text()).isEqualTo("Le ticket a expiré."));
    }

    @Test
    void aSessionThatIsOverIsRefusedByName() {
        HttpAgentServer agent = agent();
        server.answer(401, "{\"code\":2,\"message\":\"Non.\"}");
        assertFailure(() -> agent.checkIn(), Failure.UNAUTHORISED);
        server.answer(401, "");
        assertFailure(() -> agent.checkIn(), Failure.UNAUTHORISED);
    }

    @Test
    void tellsAnApplicationServerWithoutApplicationFromOurs() {
        HttpAgentServer agent = agent();
        server.answer(404, "<html><body>Not Found</body></html>");
        assertFailure(() -> agent.checkIn(), Failure.SERVER_LOST);
        server.answer(500, "<html>");
        assertFailure(() -> agent.checkIn(), Failure.INTERNAL);
        server.answer(200, "{\"state\":");
        assertFailure(() -> agent.checkIn(), Failure.PROTOCOL_ERROR);
    }

    @Test
    void anArchiveBecomesAFileAndIsNoLongerThanOrdered() throws Exception {
        HttpAgentServer agent = agent();
        Path file = folder.resolve("set.zip");
        server.answer(200, "drivers");
        agent.drivers(12, 7, file);
        assertThat(file).hasContent("drivers");
        assertThat(server.requests).last().asString().startsWith("POST /agent/v1/drivers/12 ");
        assertFailure(() -> agent.drivers(12, 6, file), Failure.LIMIT_EXCEEDED);
        server.answer(404, "{\"code\":4,\"message\":\"Plus là.\"}");
        assertFailure(() -> agent.drivers(12, 7, file), Failure.NOT_FOUND);
    }

    @Test
    void callsAServerThatIsAwayLost() {
        BootFiles boot = server.boot();
        server.close();
        assertFailure(() -> new HttpAgentServer(boot, kept).redeem(REQUEST), Failure.SERVER_LOST);
    }

    @Test
    void callsAServerThatStopsInsideTheHandshakeLost() throws Exception {
        try (ServerSocket stopping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread stops = new Thread(() -> hearAndClose(stopping));
            stops.start();
            URI url = URI.create("https://127.0.0.1:" + stopping.getLocalPort());
            HttpAgentServer agent = new HttpAgentServer(new BootFiles("ticket-0123456789", key.pin(), url, ""), kept);
            assertFailure(() -> agent.redeem(REQUEST), Failure.SERVER_LOST);
            stops.join();
        }
    }

    private static void hearAndClose(ServerSocket server) {
        try (Socket socket = server.accept()) {
            // All of its hello is read: bytes left unread would reset the connection.
            byte[] header = socket.getInputStream().readNBytes(5);
            socket.getInputStream().readNBytes(ByteBuffer.wrap(header).getShort(3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpAgentServer agent() {
        return new HttpAgentServer(server.boot(), kept);
    }

    private static void assertFailure(ThrowingCallable call, Failure failure) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
