package fr.brume.lab.portal;

import java.time.Duration;
import org.openqa.selenium.WebElement;

/** What the portal knows of starting machines. Not thread-safe. */
public final class DiagnosticsPage {
    private static final String EVENTS = "[id$='events_data'] tr";
    private static final String ADVICE = "[id$=':advice'] .ui-staticmessage, [id$=':advice'] [class*='message']";

    private final Browser browser;
    private final Rows rows;

    DiagnosticsPage(Browser browser) {
        this.browser = browser;
        this.rows = new Rows(browser);
    }

    /**
     * The last thing that a machine asked by TFTP.
     *
     * @param mac address of the machine
     * @return all words of the row
     */
    public String last(String mac) {
        browser.go("/netboot/diagnostics.xhtml?filter=" + mac);
        return browser.await(any -> rows.all(EVENTS, mac).stream()
                .filter(row -> row.contains("TFTP"))
                .findFirst()
                .orElse(null));
    }

    /**
     * Waits for advice about a machine; the page renews itself.
     *
     * @param words what the advice must say
     * @param mac address of the machine
     * @param limit longest wait
     */
    public void awaitAdvice(String words, String mac, Duration limit) {
        browser.go("/netboot/diagnostics.xhtml");
        browser.await(
                limit,
                any -> browser.all(ADVICE).stream()
                        .map(WebElement::getText)
                        .anyMatch(text -> text.contains(words) && text.contains(mac)));
        browser.picture("12-diagnostic");
    }
}
