package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.PortalClient;
import fr.brume.it.portal.PortalSteps;
import fr.brume.it.portal.SharedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks without image from the portal's list over the machine's messages to the result in the history. */
class AdvancedTaskIT {
    private static PortalSteps steps;

    @BeforeAll
    static void logIn() {
        steps = new PortalSteps(SharedServer.administrator());
        steps.image("Image avancee");
    }

    @Test
    void whatAMachineFindsIsReadInThePortal() {
        String mac = "0a:00:27:79:00:01";
        steps.host("PC-INVENTAIRE", mac, "Image avancee");
        start("PC-INVENTAIRE", "INVENTORY", Map.of());
        Agent agent = agent(mac);
        Agent.Key key = agent.session(mac);
        assertThat(agent.post("result", key.bearer(), findings()).statusCode())
                .as("before its turn")
                .isBetween(400, 499);
        HttpResponse<String> order = agent.post("check-in", key.bearer(), BodyPublishers.noBody());
        assertThat(order.body()).contains("\"GO\"", "\"INVENTORY\"");
        assertThat(agent.post("result", key.bearer(), findings()).statusCode()).isLessThan(300);
        assertThat(agent.post("finish", key.bearer(), BodyPublishers.noBody()).statusCode())
                .isLessThan(300);
        assertThat(steps.result("PC-INVENTAIRE"))
                .contains("Achevée", "/dev/sda", "Disque <i>un</i>, numéro de série S1");
        assertThat(agent.post("result", key.bearer(), findings()).statusCode())
                .as("a task that is over keeps its result")
                .isBetween(400, 499);
    }

    @Test
    void aWipeStartsOnlyUnderTheNameOfItsHost() {
        String mac = "0a:00:27:79:00:02";
        steps.host("PC-A-EFFACER", mac, "Image avancee");
        HttpResponse<String> refused =
                steps.advanced("PC-A-EFFACER", "WIPE_NORMAL", Map.of("confirmation", "PC-AUTRE"));
        assertThat(refused.body()).contains("Saisissez le nom de cette machine, PC-A-EFFACER");
        assertThat(steps.rows("/task/taskActive.xhtml", "PC-A-EFFACER")).isZero();
        start("PC-A-EFFACER", "WIPE_NORMAL", Map.of("confirmation", "PC-A-EFFACER"));
        Agent agent = agent(mac);
        Agent.Key key = agent.session(mac);
        assertThat(agent.post("check-in", key.bearer(), BodyPublishers.noBody()).body())
                .contains("\"WIPE_NORMAL\"");
        String failure = "{\"code\":35,\"arguments\":[\"/dev/sda\",\"51201536\",\"100003\"],\"detail\":\"\"}";
        agent.post("failure", key.bearer(), BodyPublishers.ofString(failure));
        assertThat(steps.result("PC-A-EFFACER")).contains("Échouée", "à l’octet 51201536 (secteur 100003)");
    }

    @Test
    void aMemtestIsOverWithTheScriptThatLoadsIt() {
        String mac = "0a:00:27:79:00:03";
        steps.host("PC-MEMOIRE", mac, "Image avancee");
        start("PC-MEMOIRE", "MEMTEST", Map.of());
        Loader loader = new Loader(SharedServer.get().portal(), mac, "127.0.0.1");
        assertThat(loader.script()).contains("memtest");
        assertThat(steps.result("PC-MEMOIRE")).contains("Achevée", "a reçu l’ordre de charger Memtest86+");
        assertThat(loader.script()).as("the next boot").contains("menu");
    }

    private static void start(String host, String type, Map<String, String> typed) {
        assertThat(PortalClient.target(steps.advanced(host, type, typed))).isEqualTo("/task/taskActive.xhtml");
    }

    private static Agent agent(String mac) {
        Loader loader = new Loader(SharedServer.get().portal(), mac, "127.0.0.1");
        return new Agent(loader.fetch(loader.task()));
    }

    private static java.net.http.HttpRequest.BodyPublisher findings() {
        return BodyPublishers.ofString("{\"findings\":[{\"subject\":\"/dev/sda\",\"kind\":\"DISK\",\"arguments\":"
                + "[\"Disque <i>un</i>\",\"S1\",\"1000\"]}]}");
    }
}
