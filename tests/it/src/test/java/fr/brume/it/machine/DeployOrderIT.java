package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.DeploySteps;
import fr.brume.it.portal.PortalSteps;
import fr.brume.it.portal.SharedServer;
import fr.brume.test.process.Await;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a machine learns of the system that it deploys: its key, drivers and domain, in its order and nowhere else. */
class DeployOrderIT {
    private static final String IMAGE = "Image des ordres";
    private static final String KEY = "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY";
    private static final String SOURCE = "0a:00:27:93:00:01";
    private static final String PASSWORD = "tr\u00e8s-secret-du-domaine";

    private static PortalSteps steps;
    private static DeploySteps deploys;

    @BeforeAll
    static void capture() throws Exception {
        steps = new PortalSteps(SharedServer.administrator());
        deploys = new DeploySteps(SharedServer.administrator());
        steps.image(IMAGE);
        steps.host("PC-SOURCE", SOURCE, IMAGE);
        steps.capture("PC-SOURCE");
        Agent agent = agent(SOURCE);
        String bearer = inOrder(agent, SOURCE).bearer();
        assertThat(post(agent, "check-in", bearer, "").body()).contains("\"CAPTURE\"");
        String version =
                "{\"manifest\":{\"format\":1,\"imageType\":2,\"partitionChoice\":2,\"firmware\":\"BIOS\",\"disks\":[{"
                        + "\"number\":1,\"bytes\":1048576,\"sectorSize\":512,\"table\":\"dos\",\"partitions\":[]}],"
                        + "\"volumeGroups\":[],\"sourceHost\":\"PC-SOURCE\",\"agentVersion\":\"it\",\"capturedAt\":"
                        + "\"2026-11-23T09:00:00Z\",\"generalisation\":\"NOT_GENERALISED\"},\"sideFiles\":[]}";
        assertThat(post(agent, "capture", bearer, version).statusCode()).isLessThan(300);
        Await.until(
                "the commit",
                Duration.ofSeconds(60),
                () -> post(agent, "capture/commit", bearer, version).body().contains("\"COMMITTED\""));
        assertThat(post(agent, "finish", bearer, "").statusCode()).isLessThan(300);
    }

    @Test
    void theVersionSaysThatItsWindowsWasNotGeneralised() {
        assertThat(deploys.image(IMAGE)).contains("Windows non g\u00e9n\u00e9ralis\u00e9");
    }

    @Test
    void keyAndDriversOfThisMachineAreInItsOrder() throws Exception {
        byte[] zip = zip("net/e1d.inf");
        assertThat(deploys.drivers("brume-net", "Bru*", zip))
                .contains("Le jeu est enregistr\u00e9", "brume-net", "Bru*");
        assertThat(deploys.drivers("autre", "Dell*", zip("autre.inf"))).contains("autre");
        assertThat(deploys.drivers("faux", "Dell*", "MSCF".getBytes("US-ASCII")))
                .contains(".cab");
        assertThat(deploys.drivers("faux", "Dell*", zip("../faux.inf"))).contains("../faux.inf");
        String mac = "0a:00:27:93:00:02";
        steps.host("PC-ORDRE", mac, IMAGE);
        deploys.productKey("PC-ORDRE", KEY);
        deploys.deploy("PC-ORDRE");
        Agent agent = agent(mac);
        String bearer = inOrder(agent, mac).bearer();
        String order = post(agent, "check-in", bearer, "").body();
        assertThat(order)
                .contains("\"GO\"", "\"hostName\":\"PC-ORDRE\"", "\"productKey\":\"" + KEY + "\"")
                .doesNotContain("autre");
        Matcher set = Pattern.compile("\\{[^{}]*\"id\":([0-9]+),\"name\":\"brume-net\"[^{}]*}")
                .matcher(order);
        assertThat(set.find()).as(order).isTrue();
        long id = Long.parseLong(set.group(1));
        assertThat(agent.bytes("drivers/" + id, bearer)).isEqualTo(zip);
        for (long other = id - 1; other <= id + 2; other++) {
            assertThat(other == id
                            || post(agent, "drivers/" + other, bearer, "").statusCode() >= 400)
                    .as("only what was ordered")
                    .isTrue();
        }
        assertThat(post(agent, "finish", bearer, "").statusCode()).isLessThan(300);
        assertThat(post(agent, "drivers/" + id, bearer, "").statusCode()).isBetween(400, 499);
    }

    @Test
    void theDomainsAccountLeavesOnlyForAConfirmedMachineAndSealed() {
        assertThat(deploys.domain("domaine.test", "join", PASSWORD))
                .contains("domaine.test")
                .doesNotContain(PASSWORD);
        String mac = "0a:00:27:93:00:03";
        steps.host("PC-DOMAINE", mac, IMAGE);
        deploys.join("PC-DOMAINE");
        deploys.deploy("PC-DOMAINE");
        Agent agent = agent(mac);
        String bearer = inOrder(agent, mac).bearer();
        assertThat(post(agent, "check-in", bearer, "").body())
                .as("whatever the image says")
                .contains("\"CONFIRM\"")
                .doesNotContain("domaine.test");
        Matcher code = Pattern.compile("\\d{6}")
                .matcher(post(agent, "confirmation", bearer, "").body());
        assertThat(code.find()).isTrue();
        steps.confirm(code.group());
        assertThat(post(agent, "check-in", bearer, "").body())
                .contains("\"GO\"", "\"domain\":\"domaine.test\"", "\"sealedPassword\":\"")
                .doesNotContain(PASSWORD);
        post(agent, "failure", bearer, "{\"code\":20,\"arguments\":[],\"detail\":\"\"}");
    }

    private static Agent agent(String mac) {
        Loader loader = new Loader(SharedServer.get().portal(), mac, "127.0.0.1");
        return new Agent(loader.fetch(loader.task()));
    }

    /** A session of a machine that said what it is. */
    private static Agent.Key inOrder(Agent agent, String mac) {
        Agent.Key key = agent.session(mac);
        String inventory = "{\"systemUuid\":\"\",\"dmi\":{\"sys_vendor\":\"Brume\",\"product_name\":\"PC\"},"
                + "\"firmware\":\"BIOS\",\"cpu\":\"test\",\"cores\":2,\"memoryBytes\":1,\"interfaces\":[],\"disks\":[]}";
        assertThat(post(agent, "inventory", key.bearer(), inventory).statusCode())
                .isLessThan(300);
        return key;
    }

    private static HttpResponse<String> post(Agent agent, String path, String bearer, String body) {
        return agent.post(path, bearer, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static byte[] zip(String name) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
