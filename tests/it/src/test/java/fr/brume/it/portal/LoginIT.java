package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.test.server.BrumeServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who may see the portal, and how that begins and ends. The first login comes first: it happens once. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginIT {
    static final String USER = "brume";
    static final String PASSWORD = "un mot de passe \u00e0 moi";

    private static BrumeServer server;
    private final PortalClient client = new PortalClient(server.portal());

    @BeforeAll
    static void start() {
        server = SharedServer.get();
    }

    @Test
    @Order(1)
    void aStrangerIsSentToTheLogin() {
        assertThat(PortalClient.target(client.get("/host/hostList.xhtml"))).isEqualTo("/login.xhtml");
        assertThat(client.get("/login.xhtml").body()).contains("Mot de passe", "lang=\"fr\"");
    }

    @Test
    @Order(2)
    void theFirstPasswordOpensNothingButItsChange() {
        client.logIn(USER, SharedServer.FIRST_PASSWORD);
        assertThat(PortalClient.target(client.get("/host/hostList.xhtml"))).isEqualTo("/account/password.xhtml");
        client.changePassword(SharedServer.FIRST_PASSWORD, PASSWORD);
        assertThat(client.get("/host/hostList.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void theFirstPasswordIsOver() {
        HttpResponse<String> refused = client.logIn(USER, SharedServer.FIRST_PASSWORD);
        assertThat(refused.body()).contains("Identifiant inconnu ou mot de passe incorrect.");
        assertThat(client.get("/host/hostList.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    @Order(4)
    void theSessionIdChangesAtLogin() {
        client.get("/login.xhtml");
        String before = client.sessionId();
        client.logIn(USER, PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(client.sessionId()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    @Order(5)
    void aRefusedSecondLoginEndsTheFirst() {
        client.logIn(USER, PASSWORD);
        assertThat(client.get("/host/hostList.xhtml").statusCode()).isEqualTo(200);
        client.logIn(USER, "wrong");
        assertThat(client.get("/host/hostList.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    @Order(6)
    void loggingOutEndsTheSession() {
        client.logIn(USER, PASSWORD);
        client.submit("/host/hostList.xhtml", "session", java.util.Map.of(), "logout");
        assertThat(PortalClient.target(client.get("/host/hostList.xhtml"))).isEqualTo("/login.xhtml");
    }

    @Test
    @Order(7)
    void pagesForbidFramesSniffingAndForeignScripts() {
        HttpResponse<String> page = client.get("/login.xhtml");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(String.join(" ", page.headers().allValues("Content-Security-Policy")))
                .contains("frame-ancestors 'none'", "script-src 'self'");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("HttpOnly")).contains("HttpOnly");
        assertThat(page.headers().map()).doesNotContainKeys("X-Powered-By", "Server");
    }

    @Test
    @Order(8)
    void aPageThatIsMissingSaysSoInWords() {
        client.logIn(USER, PASSWORD);
        HttpResponse<String> missing = client.get("/nowhere.xhtml");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isNotEmpty().doesNotContain("Exception:", "at fr.brume", "WildFly");
    }

    @Test
    @Order(9)
    void anAddressThatGuessesMustWaitAndStillLetsARightPasswordIn() {
        for (int i = 0; i < 9; i++) {
            client.logIn("personne" + i, "wrong");
        }
        HttpResponse<String> refused = client.logIn("personne", "wrong");
        assertThat(refused.body())
                .containsPattern(
                        "Trop d\u2019\u00e9checs de connexion depuis cette adresse. R\u00e9essayez dans \\d+ secondes.");
        client.logIn(USER, PASSWORD);
        assertThat(client.get("/host/hostList.xhtml").statusCode()).isEqualTo(200);
    }
}
