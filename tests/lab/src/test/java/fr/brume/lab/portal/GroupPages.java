package fr.brume.lab.portal;

import org.openqa.selenium.WebElement;

/** The pages of groups of machines. Not thread-safe. */
public final class GroupPages {
    private static final String MEMBERS = "[id$='members:hosts_data'] tr";
    private static final String OUTSIDE = "[id$='outside:hosts_data'] tr";

    private final Browser browser;
    private final Form form;
    private final Rows rows;

    GroupPages(Browser browser) {
        this.browser = browser;
        this.form = new Form(browser);
        this.rows = new Rows(browser);
    }

    /** {@return what the list of groups says} */
    public String list() {
        browser.go("/group/groupList.xhtml");
        return browser.see("main").getText();
    }

    /**
     * Defines a group; the page that its machines are chosen on comes next.
     *
     * @param name of the group
     */
    public void create(String name) {
        browser.go("/group/groupCreate.xhtml");
        form.type("name", name);
        form.press("add");
        browser.see(OUTSIDE);
    }

    /**
     * Puts a machine into the group that is open.
     *
     * @param host its name
     */
    public void add(String host) {
        tick(OUTSIDE, host);
        browser.see("[id$='outside:add']").click();
        rows.first(MEMBERS, host);
        browser.await(any -> rows.all(OUTSIDE, host).isEmpty());
    }

    /**
     * Takes a machine out of the group that is open.
     *
     * @param host its name
     */
    public void remove(String host) {
        tick(MEMBERS, host);
        browser.see("[id$='members:remove']").click();
        rows.first(OUTSIDE, host);
        browser.await(any -> rows.all(MEMBERS, host).isEmpty());
    }

    /**
     * Writes a text to all machines of the group that is open.
     *
     * @param field name of the field
     * @param value the text
     */
    public void write(String field, String value) {
        openSettings();
        form.type(field, value);
        browser.see("[id$=':tick-" + field + "'] .ui-chkbox-box").click();
        browser.see("[id$='settings:ask']").click();
        form.press("apply");
    }

    /** Opens the settings that are written to all machines. */
    public void openSettings() {
        browser.see(".ui-tabs-nav a[href$='settingsTab']").click();
        browser.see("[id$='settings:ask']");
    }

    private void tick(String table, String host) {
        WebElement box =
                browser.await(any -> rows.inside(table, host, ".ui-chkbox-box").orElse(null));
        box.click();
    }
}
