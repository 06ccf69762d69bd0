package fr.brume.lab.portal;

/** The pages of machines. Not thread-safe. */
public final class HostPages {
    private static final String LIST = "/host/hostList.xhtml";
    private static final String ROWS = "[id$='hosts_data'] tr";

    private final Browser browser;
    private final Form form;
    private final Rows rows;

    HostPages(Browser browser) {
        this.browser = browser;
        this.form = new Form(browser);
        this.rows = new Rows(browser);
    }

    /** Waits for the row of a machine in the list and returns all its words. */
    String row(String host) {
        browser.go(LIST);
        return rows.first(ROWS, host);
    }

    /**
     * Whether there is such a machine.
     *
     * @param host its name
     * @return whether the list has it
     */
    public boolean has(String host) {
        browser.go(LIST);
        browser.see(ROWS);
        return !rows.all(ROWS, host).isEmpty();
    }

    /**
     * A row of the list of machines that wait for approval.
     *
     * @param host name of the machine
     * @return all words of the row
     */
    public String pendingRow(String host) {
        browser.go("/host/hostPending.xhtml");
        return rows.first("main tbody tr", host);
    }

    /**
     * Opens the page of a machine.
     *
     * @param host its name
     */
    public void open(String host) {
        row(host);
        browser.await(any -> browser.all("[id$='hosts_data'] a[id$=':edit']").stream()
                        .filter(link -> link.getText().equals(host))
                        .findFirst()
                        .orElse(null))
                .click();
    }

    /**
     * What stands in a field of the machine that is open.
     *
     * @param field name of the field
     * @return its value
     */
    public String value(String field) {
        return form.value(field);
    }

    /**
     * Chooses something for a machine.
     *
     * @param host its name
     * @param field name of the list to choose from
     * @param label beginning of what is chosen
     */
    public void choose(String host, String field, String label) {
        open(host);
        form.choose(field, label);
        form.press("update");
    }
}
