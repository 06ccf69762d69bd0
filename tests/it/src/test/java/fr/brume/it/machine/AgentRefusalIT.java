package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Agents with a wrong key and messages that no agent sends get a reason in French; the log says it once. */
class AgentRefusalIT {
    private static final String MAC = "0a:00:27:55:00:01";
    private static final String OTHER_MAC = "0a:00:27:55:00:02";
    private static final String UNAUTHORISED =
            "Le serveur a refus\u00e9 la machine : sa cl\u00e9 n\u2019est pas valable pour cette t\u00e2che.";
    private static final BodyPublisher NOTHING = BodyPublishers.noBody();

    private static Agent agent;
    private static Agent.Key key;
    private static Agent.Key otherKey;

    @BeforeAll
    static void openSessions() {
        URI server = SharedServer.get().portal();
        Loader loader = new Loader(server, MAC, "127.0.0.1");
        agent = new Agent(loader.fetch(loader.registration()));
        key = agent.session(MAC);
        Loader other = new Loader(server, OTHER_MAC, "127.0.0.1");
        otherKey = new Agent(other.fetch(other.registration())).session(OTHER_MAC);
    }

    @Test
    void aWrongKeyIsRefusedAndLoggedOnce() {
        long before = refusalsLogged();
        String wrong = key.id() + "." + "A".repeat(43);
        for (int i = 0; i < 30; i++) {
            refused(agent.post("check-in", wrong, NOTHING), 401, UNAUTHORISED);
        }
        assertThat(refusalsLogged()).isPositive();
        // None of these when another test was refused a moment before; two when a minute ends between them.
        assertThat(refusalsLogged() - before).isBetween(0L, 3L);
        assertThat(SharedServer.get().console()).doesNotContain(key.key());
    }

    private static long refusalsLogged() {
        return SharedServer.get()
                .console()
                .lines()
                .filter(line -> line.contains("127.0.0.1 asked for its session: refused, UNAUTHORISED"))
                .count();
    }

    @Test
    void theKeyOfAnotherSessionIsRefused() {
        refused(
                agent.post("inventory", key.id() + "." + otherKey.key(), BodyPublishers.ofString("{}")),
                401,
                UNAUTHORISED);
    }

    @Test
    void noKeyIsRefused() {
        HttpResponse<String> answer = agent.post("progress", "", BodyPublishers.ofString("{}"));
        refused(answer, 401, UNAUTHORISED);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (String garbage :
                new String[] {"", "{", "[1,2", "null", "\u0000\u0001", "{\"macs\":7}", "[".repeat(100_000)}) {
            HttpResponse<String> answer = agent.post("session", "", BodyPublishers.ofString(garbage));
            assertThat(answer.statusCode())
                    .as(garbage.length() + ": " + answer.body())
                    .isBetween(400, 499);
            isProblem(answer);
        }
    }

    @Test
    void aBodyLongerThanAnyMessageIsRefused() {
        HttpResponse<String> answer = agent.post("session", "", blanks(1 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        isProblem(answer);
    }

    @Test
    void anAddressThatIsNotThereIsRefused() {
        HttpResponse<String> answer = agent.post("nowhere", key.bearer(), NOTHING);
        assertThat(answer.statusCode()).isEqualTo(404);
        isProblem(answer);
    }

    private static BodyPublisher blanks(int length) {
        return BodyPublishers.ofString(" ".repeat(length));
    }

    private static void refused(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        isProblem(answer);
        assertThat(answer.body()).contains(text);
    }

    private static void isProblem(HttpResponse<String> answer) {
        assertThat(answer.body()).matches("\\{\"code\":\\d+,\"message\":\"[^\"]+\"\\}");
    }
}
