package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the site's settings: what is saved there stays, what is wrong is said beside its field, and its style is this build's. */
class SettingsIT {
    private static final String PAGE = "/setting/settings.xhtml";
    private static PortalClient client;
    private static Document before;

    @BeforeAll
    static void logIn() {
        client = SharedServer.administrator();
        before = page();
    }

    @AfterAll
    static void leaveTheSettingsAsTheyWere() {
        form().type("audit-days", value(before, "audit-days"))
                .type("registration-name", value(before, "registration-name"))
                .press("update");
    }

    @Test
    void whatIsSavedIsShownAgainAndSaid() {
        HttpResponse<String> saved = form().type("audit-days", "400")
                .type("registration-name", "CDI-{n:2}")
                .press("update");
        assertThat(PortalClient.target(saved)).isEqualTo(PAGE);
        Document page = page();
        assertThat(page.text()).contains("Les réglages du site ont été mis à jour.");
        assertThat(value(page, "audit-days")).isEqualTo("400");
        assertThat(value(page, "registration-name")).isEqualTo("CDI-{n:2}");
    }

    @Test
    void whatIsWrongIsRefusedBesideItsFieldAndNothingIsSaved() {
        String days = value(page(), "audit-days");
        HttpResponse<String> refused = form().type("audit-days", "0")
                .type("registration-name", "sans modèle !")
                .type("client-login-life", "90")
                .press("update");
        assertThat(refused.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(refused.body());
        assertThat(PortalForm.beside(page, "settings:audit-days")).isEqualTo("Cette valeur n’est pas admise.");
        assertThat(PortalForm.beside(page, "settings:registration-name")).isEqualTo("Cette valeur n’est pas admise.");
        assertThat(PortalForm.beside(page, "settings:client-login-life")).isEmpty();
        assertThat(value(page, "audit-days")).as("what was typed").isEqualTo("0");
        Document anew = page();
        assertThat(value(anew, "audit-days")).isEqualTo(days);
        assertThat(value(anew, "client-login-life")).isNotEqualTo("90");
    }

    @Test
    void theStyleHasTheAddressOfThisBuild() {
        String sheet = page().select("link[rel=stylesheet][href*=brume.css]").attr("href");
        assertThat(sheet).matches(".*[?&]v=[0-9a-f]{8}");
        HttpResponse<String> style = client.get(sheet);
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(style.body()).contains(".br-card");
    }

    private static Document page() {
        return Jsoup.parse(client.get(PAGE).body());
    }

    private static PortalForm form() {
        return PortalForm.open(client, PAGE, "settings");
    }

    private static String value(Document page, String field) {
        return page.getElementById("settings:" + field).val();
    }
}
