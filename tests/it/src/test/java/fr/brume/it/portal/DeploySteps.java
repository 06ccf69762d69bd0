package fr.brume.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;

/** What an administrator does in the portal for the systems that are deployed. Not thread-safe. */
public final class DeploySteps {
    private final PortalClient client;

    /**
     * Steps of an administrator who is logged in.
     *
     * @param client the browser
     */
    public DeploySteps(PortalClient client) {
        this.client = client;
    }

    /** Gives a host that is there its product key. */
    public void productKey(String host, String key) {
        String page = link("/host/hostList.xhtml", "hostEdit", host);
        String form = form(page, "productKey");
        PortalForm.open(client, page, form).type("productKey", key).press("update");
        assertThat(client.get(page).body()).contains(key);
    }

    /** Has the deployed system of a host join the domain. */
    public void join(String host) {
        String page = link("/host/hostList.xhtml", "hostEdit", host);
        PortalForm.open(client, page, form(page, "join")).press("join");
        assertThat(words(page)).contains("joint le domaine du site");
    }

    /** {@return the words of the page that answers} */
    public String domain(String name, String account, String password) {
        HttpResponse<String> answer = PortalForm.open(client, "/setting/domainJoin.xhtml", "join")
                .type("domain", name)
                .type("account", account)
                .type("password", password)
                .press("save");
        return answer.statusCode() == 302
                ? client.get("/setting/domainJoin.xhtml").body()
                : answer.body();
    }

    /** Sends a set of drivers; {@return the words of the page that answers} */
    public String drivers(String name, String maker, byte[] zip) {
        HttpResponse<String> answer = PortalForm.open(client, "/image/driverSets.xhtml", "upload")
                .type("name", name)
                .type("maker", maker)
                .press("send", "file_input", name + ".zip", zip);
        return answer.statusCode() == 302
                ? words("/image/driverSets.xhtml")
                : Jsoup.parse(answer.body()).text();
    }

    /** Asks for a deploy now. */
    public void deploy(String host) {
        String page = link("/task/taskHosts.xhtml", "type=DEPLOY", host);
        HttpResponse<String> answer = PortalForm.open(client, page, "task").press("start");
        assertThat(PortalClient.target(answer)).as(answer.body()).isEqualTo("/task/taskActive.xhtml");
    }

    /** {@return the words of the page of an image} */
    public String image(String name) {
        return words(link("/image/imageList.xhtml", "imageEdit", name));
    }

    private String words(String page) {
        return Jsoup.parse(client.get(page).body()).select("main").text();
    }

    /** The form in which this input or button is. */
    private String form(String page, String input) {
        return Jsoup.parse(client.get(page).body())
                .select("form [id$=\":" + input + "\"]")
                .first()
                .closest("form")
                .id();
    }

    private String link(String page, String part, String words) {
        return Jsoup.parse(client.get(page).body()).select("a[href*=" + part + "]").stream()
                .filter(found -> found.text().contains(words))
                .findFirst()
                .map(found -> found.attr("href"))
                .orElseThrow(() -> new AssertionError("no " + words + " on " + page));
    }
}
