package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a technician does in the portal, in the words of the work. Not thread-safe. */
public final class PortalSteps {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final PortalClient client;

    /**
     * Steps of somebody who is logged in.
     *
     * @param client the browser
     */
    public PortalSteps(PortalClient client) {
        this.client = client;
    }

    /** Makes an image without data. */
    public void image(String name) {
        HttpResponse<String> answer = PortalForm.open(client, "/image/imageCreate.xhtml", "image")
                .type("name", name)
                .press("add");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/image/imageList.xhtml");
    }

    /** Makes a host that has an image. */
    public void host(String name, String mac, String image) {
        HttpResponse<String> answer = PortalForm.open(client, "/host/hostCreate.xhtml", "host")
                .type("name", name)
                .type("primaryMac", mac)
                .choose("imageId", image)
                .press("add");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/host/hostList.xhtml");
    }

    /** Asks for a capture now. */
    public void capture(String host) {
        HttpResponse<String> answer =
                PortalForm.open(client, confirmation(host), "task").press("start");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/task/taskActive.xhtml");
    }

    /** Asks for a capture at a minute of the server's clock. */
    public void captureAt(String host, LocalDateTime minute) {
        HttpResponse<String> answer = PortalForm.open(client, confirmation(host), "task")
                .type("delayed", "true")
                .announce("delayed", "moment")
                .type("scheduledFor_input", minute.format(MOMENT))
                .press("start");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/task/taskScheduled.xhtml");
    }

    /** {@return how many rows of the table on a page name this host} */
    public long rows(String page, String host) {
        return Jsoup.parse(client.get(page).body()).select("tbody tr").stream()
                .filter(row -> row.text().contains(host))
                .count();
    }

    /** Where a capture of this host is confirmed. */
    String confirmation(String host) {
        Element link = Jsoup.parse(client.get("/task/taskHosts.xhtml").body()).select("a[href*=type=CAPTURE]").stream()
                .filter(found -> found.text().endsWith(host))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no host " + host));
        return link.attr("href");
    }
}
