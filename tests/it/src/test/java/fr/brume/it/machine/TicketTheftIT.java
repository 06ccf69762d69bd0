package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.PortalSteps;
import fr.brume.it.portal.SharedServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stolen or replayed ticket costs: the session, the ticket of both, the task; and what a machine is told. */
class TicketTheftIT {
    private static final String REUSED = "demand\u00e9 ou utilis\u00e9 deux fois";

    private static URI server;

    @BeforeAll
    static void start() {
        server = SharedServer.get().portal();
    }

    @Test
    void aReplayedTicketIsRefusedAndEndsTheSession() {
        String mac = "0a:00:27:44:00:01";
        Loader loader = new Loader(server, mac, "127.0.0.1");
        Agent agent = new Agent(loader.fetch(loader.registration()));
        Agent.Key key = agent.session(mac);
        HttpResponse<String> replayed = agent.open(mac);
        assertThat(replayed.statusCode()).isBetween(400, 499);
        assertThat(replayed.body()).contains(REUSED);
        assertThat(agent.post("check-in", key.bearer(), BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTicketFetchedFromASecondAddressIsVoidForBoth() {
        String mac = "0a:00:27:44:00:02";
        Loader loader = new Loader(server, mac, "127.0.0.1");
        String path = loader.registration();
        Loader.Once once = loader.fetch(path);
        String stolen = new Loader(server, mac, "127.0.0.2").ask("GET", path);
        assertThat(PlainHttp.status(stolen)).isEqualTo(404);
        assertThat(stolen).doesNotContain("brume/ticket");
        assertThat(PlainHttp.status(loader.ask("GET", path))).isEqualTo(404);
        assertThat(new Agent(once).open(mac).body()).contains(REUSED);
    }

    @Test
    void theSameLoaderMayAskAgainAndTheLastTicketCounts() {
        String mac = "0a:00:27:44:00:03";
        Loader loader = new Loader(server, mac, "127.0.0.1");
        String path = loader.registration();
        Loader.Once first = loader.fetch(path);
        Loader.Once second = loader.fetch(path);
        assertThat(new Agent(first).open(mac).statusCode()).isEqualTo(401);
        assertThat(new Agent(second).open(mac).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherMachineWithTheTicketIsRefusedAndTheTaskFails() {
        String mac = "0a:00:27:44:00:05";
        PortalSteps steps = new PortalSteps(SharedServer.administrator());
        steps.image("Image du ticket");
        steps.host("PC-TICKET", mac, "Image du ticket");
        steps.capture("PC-TICKET");
        Loader loader = new Loader(server, mac, "127.0.0.1");
        Agent agent = new Agent(loader.fetch(loader.task()));
        HttpResponse<String> refused = agent.open("0a:00:27:44:99:99");
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("Le ticket de d\u00e9marrage a \u00e9t\u00e9 fait pour une autre machine.");
        assertThat(steps.rows("/task/taskActive.xhtml", "PC-TICKET")).isZero();
        assertThat(steps.rows("/task/taskHistory.xhtml", "PC-TICKET")).isEqualTo(1);
    }
}
