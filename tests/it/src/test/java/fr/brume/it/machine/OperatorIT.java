package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.PortalClient;
import fr.brume.it.portal.SharedServer;
import fr.brume.test.server.BrumeServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person does at a machine, as its agent asks for it: with an account of the portal, or not at all. */
class OperatorIT {
    private static final String PC = "{\"systemUuid\":\"\",\"dmi\":{\"product_serial\":\"S1\"},\"firmware\":\"BIOS\","
            + "\"cpu\":\"test\",\"cores\":2,\"memoryBytes\":536870912,\"interfaces\":[],\"disks\":[]}";

    private static BrumeServer server;

    @BeforeAll
    static void start() {
        server = SharedServer.get();
        SharedServer.administrator();
    }

    @Test
    void registersInFull() {
        Boot boot = boot(1, "fullreg");
        String form = boot.ask("registration/form", PC).body();
        assertThat(FakeMachine.field(form, "suggestedName")).isEqualTo("52540000bb01");
        assertThat(form).contains("\"loginRequired\":false");
        assertThat(boot.ask("registration/check", registration("salle 3")).body())
                .contains("\"field\":\"name\"")
                .doesNotContain("\"field\":\"primaryMac\"");
        assertThat(FakeMachine.field(
                        boot.ask("registration", registration("salle-3")).body(), "hostName"))
                .isEqualTo("salle-3");
        assertThat(FakeMachine.field(
                        boot.ask("registration", registration("autre")).body(), "hostName"))
                .as("asked twice")
                .isEqualTo("salle-3");
        assertThat(boot.machine.script("").body()).contains("Machine enregistree : salle-3");
        Boot other = boot(2, "fullreg");
        assertThat(other.ask("registration", registration("SALLE-3")).body()).contains("\"field\":\"name\"");
    }

    @Test
    void registersInFullIntoAGroup() {
        PortalClient portal = SharedServer.administrator();
        String page = portal.submit("/group/groupCreate.xhtml", "group", Map.of("name", "Salle C3"), "add")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = page.replaceAll(".*[?&]id=(\\d+).*", "$1");
        Boot boot = boot(10, "fullreg");
        assertThat(boot.ask("registration/form", PC).body()).contains("{\"id\":" + id + ",\"name\":\"Salle C3\"}");
        String request = registration("poste-c3").replace("\"imageId\"", "\"groupId\":" + id + ",\"imageId\"");
        assertThat(FakeMachine.field(boot.ask("registration", request).body(), "hostName"))
                .isEqualTo("poste-c3");
        assertThat(Jsoup.parse(portal.get("/group/groupEdit.xhtml?id=" + id).body())
                        .select("[id$=members:hosts_data]")
                        .text())
                .contains("poste-c3");
    }

    @Test
    void nothingIsDoneWithoutALogin() {
        Boot boot = boot(3, "deploy");
        for (String path : new String[] {"images", "debug", "delete-host"}) {
            assertRefused(boot.ask("user/" + path, ""), 403, 60);
        }
        assertThat(boot.logIn("brume", SharedServer.PASSWORD).statusCode()).isEqualTo(200);
        HttpResponse<String> images = boot.ask("user/images", "");
        assertThat(images.statusCode()).isEqualTo(200);
        assertThat(images.headers().firstValue("Set-Cookie"))
                .as("no session of the portal")
                .isEmpty();
        assertThat(new Boot(boot.machine, "x".repeat(22) + "." + "x".repeat(43))
                        .ask("user/images", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aBootDoesOnlyWhatItWasStartedFor() {
        Boot boot = boot(4, "deploy");
        boot.logIn("brume", SharedServer.PASSWORD);
        assertRefused(boot.ask("user/debug", ""), 400, 1);
        assertRefused(boot.ask("user/delete-host", ""), 400, 1);
        assertRefused(boot.ask("registration/form", PC), 400, 1);
    }

    @Test
    void whoGuessesIsSlowedDownAndNeverLetIn() {
        Boot boot = boot(5, "deploy");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertRefused(boot.logIn("personne" + attempt, "faux-mot-de-passe"), 403, 61);
        }
        for (int attempt = 0; attempt < 4; attempt++) {
            assertRefused(boot.logIn("brume", SharedServer.PASSWORD), 429, 62);
        }
        assertRefused(boot.ask("user/images", ""), 403, 60);
        assertThat(boot(6, "deploy").logIn("brume", SharedServer.PASSWORD).statusCode())
                .as("another machine")
                .isEqualTo(200);
    }

    @Test
    void emptyAndEndlessPasswordsAreRefusedUnread() {
        Boot boot = boot(7, "deploy");
        assertRefused(boot.logIn("brume", ""), 403, 61);
        assertRefused(boot.logIn("", SharedServer.PASSWORD), 403, 61);
        assertRefused(boot.logIn("brume", "x".repeat(129)), 403, 61);
        assertRefused(boot.ask("login", "{}"), 403, 61);
    }

    @Test
    void aDeployThatCannotBeChangesNothing() {
        Boot boot = boot(8, "deploy");
        boot.logIn("brume", SharedServer.PASSWORD);
        assertThat(boot.ask("user/images", "").statusCode()).isEqualTo(200);
        String request = "{\"imageId\":987654,\"inventory\":" + PC + "}";
        assertRefused(boot.ask("user/deploy", request), 409, 64);
        assertThat(boot.machine.script("").body()).contains("Machine NON enregistree !");
    }

    @Test
    void aProductKeyIsChangedAndTheHostDeleted() {
        boot(9, "fullreg").ask("registration", registration("a-supprimer"));
        Boot key = boot(9, "key");
        key.logIn("brume", SharedServer.PASSWORD);
        HttpResponse<String> changed = key.ask("user/product-key", "{\"productKey\":\"AAAAA-BBBBB\"}");
        assertThat(FakeMachine.field(changed.body(), "hostName")).isEqualTo("a-supprimer");
        Boot deletion = boot(9, "delete");
        deletion.logIn("brume", SharedServer.PASSWORD);
        assertThat(FakeMachine.field(deletion.ask("user/delete-host", "").body(), "hostName"))
                .isEqualTo("a-supprimer");
        assertThat(deletion.machine.script("").body()).contains("Machine NON enregistree !");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.body()).contains("\"code\":" + code + ",").doesNotContain("Exception", "fr.brume");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static String registration(String name) {
        return "{\"name\":\"" + name
                + "\",\"imageId\":0,\"productKey\":\"\",\"primaryUser\":\"Zo\u00e9\",\"tag1\":\"CDI\","
                + "\"tag2\":\"\",\"inventory\":" + PC + "}";
    }

    private static Boot boot(int number, String entry) {
        String digits = String.format("%02x", number);
        FakeMachine machine =
                new FakeMachine(server, "52:54:00:00:bb:" + digits, "4c4c4544-0042-3510-8054-b4c04f4dbc" + digits);
        String archive = machine.get(machine.ticketPath(entry)).body();
        HttpResponse<String> session = machine.open(FakeMachine.fileIn(archive, "brume/ticket"));
        return new Boot(
                machine, FakeMachine.field(session.body(), "id") + "." + FakeMachine.field(session.body(), "key"));
    }

    /** A machine whose agent has a session. */
    private record Boot(FakeMachine machine, String bearer) {
        HttpResponse<String> ask(String path, String body) {
            return machine.post(server.securePortal(), "/agent/v1/" + path, bearer, body);
        }

        HttpResponse<String> logIn(String login, String password) {
            return ask("login", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        }
    }
}
