package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jsoup.Jsoup;

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

    /** Makes an image without data that no machine gets before somebody has seen it. */
    public void confirmedImage(String name) {
        HttpResponse<String> answer = PortalForm.open(client, "/image/imageCreate.xhtml", "image")
                .type("name", name)
                .choose("trust", "Confirm\u00e9")
                .press("add");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/image/imageList.xhtml");
    }

    /** Types a code for the only machine that waits with one; {@return the words of the page} */
    public String confirm(String code) {
        HttpResponse<String> answer = PortalForm.open(client, "/task/taskActive.xhtml", "confirm")
                .type("code", code)
                .press("send");
        return Jsoup.parse(answer.body()).select("main").text();
    }

    /** {@return the words of a page} */
    public String words(String page) {
        return Jsoup.parse(client.get(page).body()).select("main").text();
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

    /**
     * Asks for an advanced task now.
     *
     * @param host name of the machine
     * @param type name of the task type
     * @param typed names of fields and what is typed in them
     * @return the answer: a redirect, or the page again with what is wrong
     */
    public HttpResponse<String> advanced(String host, String type, Map<String, String> typed) {
        String list = link("/task/taskHosts.xhtml", "taskAdvanced", host);
        String page =
                Jsoup.parse(client.get(list).body()).select("a.br-task-" + type).attr("href");
        PortalForm form = PortalForm.open(client, page, "task");
        typed.forEach(form::type);
        return form.press("start");
    }

    /** {@return the words of the page of the newest task of a host that is over} */
    public String result(String host) {
        String row = Jsoup.parse(client.get("/task/taskHistory.xhtml").body()).select("tbody tr").stream()
                .filter(found -> found.text().contains(host))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task of " + host))
                .select("a[href*=taskDetail]")
                .attr("href");
        return Jsoup.parse(client.get(row).body()).select("main").text();
    }

    /** {@return how many rows of the table on a page name this host} */
    public long rows(String page, String host) {
        return Jsoup.parse(client.get(page).body()).select("tbody tr").stream()
                .filter(row -> row.text().contains(host))
                .count();
    }

    /** Where a capture of this host is confirmed. */
    String confirmation(String host) {
        return link("/task/taskHosts.xhtml", "type=CAPTURE", host);
    }

    private String link(String page, String part, String host) {
        return Jsoup.parse(client.get(page).body()).select("a[href*=" + part + "]").stream()
                .filter(found -> found.text().endsWith(host))
                .findFirst()
                .map(found -> found.attr("href"))
                .orElseThrow(() -> new AssertionError("no host " + host));
    }
}
