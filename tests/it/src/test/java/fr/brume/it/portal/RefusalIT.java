package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody types is taken in every usual spelling, or refused beside its field in words. */
class RefusalIT {
    private static PortalClient client;

    @BeforeAll
    static void logIn() {
        client = SharedServer.administrator();
    }

    @ParameterizedTest
    @CsvSource({
        "DEUX-POINTS, 0A:00:27:11:22:01, 0a:00:27:11:22:01",
        "TIRETS, 0a-00-27-11-22-02, 0a:00:27:11:22:02",
        "RIEN, 0a0027112203, 0a:00:27:11:22:03"
    })
    void aMacAddressIsTakenInItsThreeSpellings(String name, String typed, String shown) {
        HttpResponse<String> answer = host(name, typed);
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/host/hostList.xhtml");
        assertThat(client.get("/host/hostList.xhtml").body()).contains(name, shown);
    }

    @Test
    void aHostNameOfSixteenCharactersIsRefusedBesideItsField() {
        String name = "SALLE-INFO-PC-16";
        assertThat(name).hasSize(16);
        assertThat(PortalForm.beside(host(name, "0a0027112216"), "host:name"))
                .isEqualTo("Un nom de machine compte au plus 15 caract\u00e8res ; celui-ci en a 16.");
        assertThat(client.get("/host/hostList.xhtml").body()).doesNotContain(name);
    }

    @Test
    void whatIsNoMacAddressIsRefusedBesideItsField() {
        assertThat(PortalForm.beside(host("SANS-MAC", "08:00:27:zz"), "host:primaryMac"))
                .contains("08:00:27:zz", "n\u2019est pas l\u2019adresse MAC");
    }

    @Test
    void anImageNameKeepsItsAccentsAndItsPathHasNone() {
        HttpResponse<String> answer = image("Poste \u00e9l\u00e8ve \u0153uvre no\u00ebl", "");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/image/imageList.xhtml");
        Document edit = Jsoup.parse(
                client.get(Jsoup.parse(client.get("/image/imageList.xhtml").body())
                                .select("a:containsOwn(Poste \u00e9l\u00e8ve \u0153uvre no\u00ebl)")
                                .attr("href"))
                        .body());
        assertThat(edit.select("input[id$=:path]").attr("value")).isEqualTo("Posteeleveoeuvrenoel");
    }

    @Test
    void aPathThatLeavesTheImagesIsRefusedBesideItsField() {
        assertThat(PortalForm.beside(image("Sortie", "../../etc"), "image:path"))
                .isNotEmpty();
        assertThat(client.get("/image/imageList.xhtml").body()).doesNotContain("Sortie");
    }

    @Test
    void aFormWithoutScriptIsShownAgainWithItsRefusal() {
        HttpResponse<String> answer = PortalForm.open(client, "/host/hostCreate.xhtml", "host")
                .withoutScript()
                .type("name", "SANS-SCRIPT")
                .type("primaryMac", "zz")
                .press("add");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PortalForm.beside(answer, "host:primaryMac")).contains("zz");
    }

    @Test
    void aTaskForLaterWithoutAMomentIsRefusedBesideIt() {
        assertThat(PortalClient.target(host("SANS-DATE", "0a0027112299"))).isEqualTo("/host/hostList.xhtml");
        HttpResponse<String> answer = PortalForm.open(client, new PortalSteps(client).confirmation("SANS-DATE"), "task")
                .withoutScript()
                .type("delayed", "true")
                .press("start");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PortalForm.beside(answer, "task:scheduledFor")).isEqualTo("Ce champ est obligatoire.");
    }

    private static HttpResponse<String> host(String name, String mac) {
        return PortalForm.open(client, "/host/hostCreate.xhtml", "host")
                .type("name", name)
                .type("primaryMac", mac)
                .press("add");
    }

    private static HttpResponse<String> image(String name, String path) {
        return PortalForm.open(client, "/image/imageCreate.xhtml", "image")
                .type("name", name)
                .type("path", path)
                .press("add");
    }
}
