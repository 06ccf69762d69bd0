package fr.brume.lab.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a technician does with tasks, as in the tutorial's sections 7 and 8. Not thread-safe. */
public final class TaskPages {
    private static final String TASKS = "[id$='tasks_data'] tr";
    private static final String HOSTS = "[id$='hosts_data'] tr";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Europe/Paris"));

    private final Browser browser;
    private final Form form;
    private final Rows rows;

    TaskPages(Browser browser) {
        this.browser = browser;
        this.form = new Form(browser);
        this.rows = new Rows(browser);
    }

    /**
     * Starts a task from the list of all machines and confirms it.
     *
     * @param host name of the machine
     * @param icon {@code capture} or {@code deploy}
     */
    public void start(String host, String icon) {
        confirm(host, icon);
        browser.picture("08-confirmation-" + icon);
        form.press("start");
        activeTask(host, "", Duration.ofMinutes(1));
    }

    /**
     * Starts an advanced task.
     *
     * @param host name of the machine
     * @param type name of the task type
     * @param confirmation what is typed again; empty where the type does not ask
     */
    public void startAdvanced(String host, String type, String confirmation) {
        openHost(host, "advanced");
        browser.see("a.br-task-" + type).click();
        browser.see("[id$=':start']");
        if (!confirmation.isEmpty()) {
            form.type("confirmation", confirmation);
        }
        browser.picture("confirmation-" + type);
        form.press("start");
        activeTask(host, "", Duration.ofMinutes(1));
    }

    /**
     * What the newest task of a machine that is over found out.
     *
     * @param host name of the machine
     * @return all words of its page
     */
    public String result(String host) {
        browser.go("/task/taskHistory.xhtml");
        browser.await(any -> rows.inside(TASKS, host, "a[href*='taskDetail']").orElse(null))
                .click();
        browser.see("[id$='findings_data']");
        browser.picture("resultat-" + host);
        return browser.see("main").getText();
    }

    /**
     * Plans a task.
     *
     * @param host name of the machine
     * @param icon {@code capture} or {@code deploy}
     * @param moment when it is to run; the portal speaks of full minutes in the zone of the site
     */
    public void plan(String host, String icon, Instant moment) {
        confirm(host, icon);
        browser.await(any -> {
            browser.all("[id$=':delayed'] .ui-radiobutton-box").get(1).click();
            return !browser.all("input[id$=':scheduledFor_input']").isEmpty();
        });
        WebElement field = browser.see("input[id$=':scheduledFor_input']");
        field.clear();
        field.sendKeys(MOMENT.format(moment), Keys.ESCAPE, Keys.TAB);
        browser.picture("11-programmation-decalee");
        form.press("start");
    }

    /**
     * The planned task of a machine.
     *
     * @param host name of the machine
     * @return all words of the row
     */
    public String planned(String host) {
        browser.go("/task/taskScheduled.xhtml");
        return rows.first(TASKS, host);
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
                any -> rows.all(TASKS, host).stream()
                        .filter(row -> row.contains(words))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * How many active tasks a machine has.
     *
     * @param host name of the machine
     * @return number of rows
     */
    public int countActive(String host) {
        browser.go("/task/taskActive.xhtml");
        return rows.all(TASKS, host).size();
    }

    /**
     * Cancels the active task of a machine.
     *
     * @param host name of the machine
     */
    public void cancel(String host) {
        activeTask(host, "", Duration.ofMinutes(1));
        browser.await(any -> rows.inside(TASKS, host, "button[id$=':cancel']").orElse(null))
                .click();
        browser.see(".ui-confirmdialog-yes").click();
        browser.await(any -> rows.all(TASKS, host).isEmpty());
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
            return rows.all(TASKS, host).stream().findFirst().orElse(null);
        });
    }

    private void confirm(String host, String icon) {
        openHost(host, icon);
        browser.see("[id$=':start']");
    }

    private void openHost(String host, String icon) {
        browser.go("/task/taskHosts.xhtml");
        rows.first(HOSTS, host);
        browser.picture("07-taches-machines");
        browser.await(any -> rows.inside(HOSTS, host, "a[id$=':" + icon + "']").orElse(null))
                .click();
    }
}
