package fr.brume.lab.portal;

import java.time.Duration;
import java.util.List;
import org.openqa.selenium.WebElement;

/** What a technician does in the portal, in the order of the tutorial. Not thread-safe. */
public final class Portal implements AutoCloseable {
    private final Browser browser;
    private final Form form;

    /**
     * A technician before a browser.
     *
     * @param browser its browser; closed with this
     */
    public Portal(Browser browser) {
        this.browser = browser;
        this.form = new Form(browser);
    }

    /** {@return the browser, for pictures and single looks} */
    public Browser browser() {
        return browser;
    }

    /**
     * Logs in from the start page.
     *
     * @param user name of the account
     * @param password its password
     */
    public void logIn(String user, String password) {
        browser.go("/");
        form.type("user", user);
        form.type("password", password);
        browser.picture("01-connexion");
        form.press("submit");
    }

    /**
     * Answers the page that demands a password of one's own.
     *
     * @param current password that was given
     * @param chosen password from now on
     */
    public void changePassword(String current, String chosen) {
        browser.await(any -> browser.path().endsWith("/account/password.xhtml"));
        form.type("current", current);
        form.type("chosen", chosen);
        form.type("repeated", chosen);
        browser.picture("02-premier-mot-de-passe");
        form.press("change");
    }

    /** Opens the dashboard. */
    public void dashboard() {
        browser.go("/dashboard/dashboard.xhtml");
        browser.see("main h1");
        browser.picture("03-tableau-de-bord");
    }

    /**
     * Defines an image as in the tutorial's section 5.
     *
     * @param name name of the image; the path is suggested from it
     * @param description any words
     * @param operatingSystem beginning of the system's label
     * @return the path that the portal suggested
     */
    public String createImage(String name, String description, String operatingSystem) {
        browser.go("/image/imageCreate.xhtml");
        form.typeAndLeave("name", name);
        String path = browser.await(any -> form.value("path").isEmpty() ? null : form.value("path"));
        form.type("description", description);
        form.choose("operatingSystem", operatingSystem);
        browser.picture("05-nouvelle-image");
        form.press("add");
        imageRow(name);
        return path;
    }

    /**
     * A row of the list of images.
     *
     * @param name name of the image
     * @return all words of the row
     */
    public String imageRow(String name) {
        browser.go("/image/imageList.xhtml");
        return row("[id$='images_data'] tr", name);
    }

    /**
     * A row of the list of machines.
     *
     * @param host name of the machine
     * @return all words of the row
     */
    public String hostRow(String host) {
        browser.go("/host/hostList.xhtml");
        return row("[id$='hosts_data'] tr", host);
    }

    /**
     * Names a machine and gives it an image, as in the tutorial's section 6.
     *
     * @param host name so far
     * @param name new name
     * @param image name of the image
     */
    public void nameHost(String host, String name, String image) {
        hostRow(host);
        browser.await(any -> link("[id$='hosts_data'] a[id$=':edit']", host)).click();
        form.type("name", name);
        form.type("description", "Poste " + name);
        form.choose("imageId", image);
        browser.picture("06-machine-" + name);
        form.press("update");
    }

    /**
     * Starts a task from the list of all machines and confirms it.
     *
     * @param host name of the machine
     * @param icon {@code capture} or {@code deploy}
     */
    public void startTask(String host, String icon) {
        browser.go("/task/taskHosts.xhtml");
        row("[id$='hosts_data'] tr", host);
        browser.picture("07-taches-machines");
        browser.await(any -> browser.all("[id$='hosts_data'] tr").stream()
                        .filter(row -> row.getText().contains(host))
                        .flatMap(row ->
                                row.findElements(org.openqa.selenium.By.cssSelector("a[id$=':" + icon + "']")).stream())
                        .findFirst()
                        .orElse(null))
                .click();
        browser.see("[id$=':start']");
        browser.picture("08-confirmation-" + icon);
        form.press("start");
    }

    /**
     * The active task of a machine.
     *
     * @param host name of the machine
     * @param words what its row must say
     * @param limit longest wait
     * @return all words of the row
     */
    public String activeTask(String host, String words, Duration limit) {
        browser.go("/task/taskActive.xhtml");
        return browser.await(
                limit,
                any -> words("[id$='tasks_data'] tr", host).stream()
                        .filter(row -> row.contains(words))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The newest task of a machine that is over.
     *
     * @param host name of the machine
     * @param limit longest wait for it to be over
     * @return all words of its row in the history
     */
    public String history(String host, Duration limit) {
        return browser.await(limit, any -> {
            browser.go("/task/taskHistory.xhtml");
            return words("[id$='tasks_data'] tr", host).stream().findFirst().orElse(null);
        });
    }

    private String row(String css, String word) {
        return browser.await(any -> words(css, word).stream().findFirst().orElse(null));
    }

    private List<String> words(String css, String word) {
        return browser.all(css).stream()
                .map(WebElement::getText)
                .filter(text -> text.contains(word))
                .toList();
    }

    private WebElement link(String css, String words) {
        return browser.all(css).stream()
                .filter(element -> element.getText().equals(words))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        browser.close();
    }
}
