package fr.brume.lab.portal;

import java.util.List;

/** What a technician does in the portal, in the order of the tutorial. Not thread-safe. */
public final class Portal implements AutoCloseable {
    private final Browser browser;
    private final Form form;
    private final Rows rows;
    private final TaskPages tasks;
    private final HostPages hosts;

    /**
     * A technician before a browser.
     *
     * @param browser its browser; closed with this
     */
    public Portal(Browser browser) {
        this.browser = browser;
        this.form = new Form(browser);
        this.rows = new Rows(browser);
        this.tasks = new TaskPages(browser);
        this.hosts = new HostPages(browser);
    }

    /** {@return the pages of the tasks} */
    public TaskPages tasks() {
        return tasks;
    }

    /** {@return the pages of the machines} */
    public HostPages hosts() {
        return hosts;
    }

    /** {@return the pages of the groups} */
    public GroupPages groups() {
        return new GroupPages(browser);
    }

    /** {@return what is set about booting} */
    public BootPages boot() {
        return new BootPages(browser);
    }

    /** {@return what is known of starting machines} */
    public DiagnosticsPage diagnostics() {
        return new DiagnosticsPage(browser);
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
     * Logs out and chooses the language for the next login.
     *
     * @param label the language in its own words
     */
    public void leaveFor(String label) {
        form.press("logout");
        browser.go("/");
        form.choose("language", label);
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
     * Defines an image of another type.
     *
     * @param name name of the image
     * @param type FOG's number of its type, 1 to 4
     */
    public void createImage(String name, int type) {
        browser.go("/image/imageCreate.xhtml");
        form.typeAndLeave("name", name);
        browser.await(any -> form.value("path").isEmpty() ? null : form.value("path"));
        form.choose("operatingSystem", "Linux");
        form.choose(
                "imageType",
                List.of("Disque unique", "Plusieurs partitions - disque", "Plusieurs partitions - tous", "Image brute")
                        .get(type - 1));
        form.press("add");
        imageRow(name);
    }

    /**
     * A row of the list of images.
     *
     * @param name name of the image
     * @return all words of the row
     */
    public String imageRow(String name) {
        browser.go("/image/imageList.xhtml");
        return rows.first("[id$='images_data'] tr", name);
    }

    /**
     * A row of the list of machines.
     *
     * @param host name of the machine
     * @return all words of the row
     */
    public String hostRow(String host) {
        return hosts.row(host);
    }

    /** Lets the machines that register themselves wait for approval, or no longer. */
    public void turnHolding() {
        browser.go("/setting/settings.xhtml");
        browser.see("[id$=':registration-pending'] .ui-toggleswitch-slider").click();
        form.press("update");
    }

    /**
     * Names a machine and gives it an image, as in the tutorial's section 6.
     *
     * @param host name so far
     * @param name new name
     * @param image name of the image
     */
    public void nameHost(String host, String name, String image) {
        hosts.open(host);
        form.type("name", name);
        form.type("description", "Poste " + name);
        form.choose("imageId", image);
        browser.picture("06-machine-" + name);
        form.press("update");
    }

    /**
     * Gives a machine words for its kernel.
     *
     * @param host name of the machine
     * @param arguments the words
     */
    public void giveKernelArguments(String host, String arguments) {
        hosts.open(host);
        form.type("kernelArguments", arguments);
        form.press("update");
    }

    /**
     * Creates a machine that has not registered itself.
     *
     * @param name its name
     * @param mac its address in any usual spelling
     * @param image name of the image
     */
    public void createHost(String name, String mac, String image) {
        browser.go("/host/hostCreate.xhtml");
        form.type("name", name);
        form.type("primaryMac", mac);
        form.choose("imageId", image);
        form.press("add");
        hostRow(name);
    }

    /**
     * The latest row of the boot diagnostics with some words.
     *
     * @param words that the row contains
     * @return all words of the row
     */
    public String diagnosis(String words) {
        browser.go("/netboot/diagnostics.xhtml");
        return rows.first("[id$='events_data'] tr", words);
    }

    @Override
    public void close() {
        browser.close();
    }
}
