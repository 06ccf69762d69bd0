package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of the boot menu: what is changed there is what the next machine gets. */
class BootMenuIT {
    private static final String MENU = "/netboot/menu.xhtml";
    private static final String SETTINGS = "/netboot/settings.xhtml";
    private static PortalClient client;

    @BeforeAll
    static void logIn() {
        client = SharedServer.administrator();
    }

    @AfterAll
    static void leaveTheMenuAsItWas() {
        PortalForm.open(client, SETTINGS, "settings")
                .type("boot-menu-timeout", "10")
                .press("update");
        while (!own().isEmpty()) {
            PortalForm.open(client, MENU, "menu").press(own().first().id().replaceFirst("^menu:", ""));
        }
    }

    @Test
    void anEntryOfTheSiteIsWrittenAndComesToTheMachine() {
        Document saved = answer(dialog().type("item", "site.secours")
                .type("labelFr", "Système de secours")
                .type("hotKey", "s")
                .type("parameters", "chain http://secours.lycee.lan/x.ipxe")
                .press("save"));
        assertThat(saved.select("#menu\\:entries").text()).contains("Système de secours", "site.secours");
        assertThat(script())
                .contains("item --key s site.secours Systeme de secours\n", "chain http://secours.lycee.lan/");
        assertThat(client.get("/netboot/preview.xhtml").body())
                .contains("item --key s site.secours Systeme de secours");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        Document refused = answer(dialog().type("item", "secours")
                .type("labelFr", "Secours")
                .type("hotKey", "e")
                .type("parameters", "chain http://moi:secret@serveur/x")
                .press("save"));
        assertThat(PortalForm.beside(refused, ":item")).contains("séparés par des points");
        assertThat(PortalForm.beside(refused, ":hotKey")).contains("GRUB utilise déjà la touche e");
        assertThat(PortalForm.beside(refused, ":parameters")).contains("toute machine du réseau peut lire le menu");
        assertThat(refused.getElementById("entry:labelFr").attr("value")).isEqualTo("Secours");
        assertThat(script()).doesNotContain("secours ");
    }

    @Test
    void settingsAreTakenOrRefusedBesideTheirFields() {
        HttpResponse<String> taken = PortalForm.open(client, SETTINGS, "settings")
                .type("boot-menu-timeout", "7")
                .press("update");
        assertThat(PortalClient.target(taken)).isEqualTo(SETTINGS);
        assertThat(script()).contains("--timeout 7000 ");
        Document refused = Jsoup.parse(PortalForm.open(client, SETTINGS, "settings")
                .type("boot-menu-timeout", "-1")
                .type("boot-menu-key", "F12")
                .press("update")
                .body());
        assertThat(PortalForm.beside(refused, ":boot-menu-timeout")).isEqualTo("Cette valeur n’est pas admise.");
        assertThat(PortalForm.beside(refused, ":boot-menu-key")).isEqualTo("Cette valeur n’est pas admise.");
        assertThat(script()).contains("--timeout 7000 ");
    }

    @Test
    void aMachineHasNoWayIntoThePages() {
        HttpResponse<String> stranger = new PortalClient(SharedServer.get().portal()).get(MENU);
        assertThat(stranger.body()).doesNotContain("fog.local");
        assertThat(client.get("/boot/menu.xhtml").statusCode()).isEqualTo(404);
        assertThat(client.get("/boot/background.png").statusCode()).isEqualTo(404);
    }

    /** The dialog for a new entry, opened. */
    private static PortalForm dialog() {
        return PortalForm.of(
                client, MENU, "entry", PortalForm.open(client, MENU, "menu").press("create"));
    }

    private static org.jsoup.select.Elements own() {
        return Jsoup.parse(client.get(MENU).body()).select("#menu\\:entries button[id$=:delete]");
    }

    private static Document answer(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String script() {
        return client.get("/boot/ipxe?mac=0a:00:27:99:00:01&platform=pcbios").body();
    }
}
