package fr.brume.lab.portal;

import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/** Rows of the table that is shown. Not thread-safe. */
final class Rows {
    private final Browser browser;

    Rows(Browser browser) {
        this.browser = browser;
    }

    /** Waits for a row with a word and returns all its words. */
    String first(String css, String word) {
        return browser.await(any -> all(css, word).stream().findFirst().orElse(null));
    }

    /** The words of each row with a word that is there now. */
    List<String> all(String css, String word) {
        return elements(css, word).stream().map(WebElement::getText).toList();
    }

    /** An element in the first row with a word, when there is one now. */
    Optional<WebElement> inside(String css, String word, String inner) {
        return elements(css, word).stream()
                .flatMap(row -> row.findElements(org.openqa.selenium.By.cssSelector(inner)).stream())
                .findFirst();
    }

    private List<WebElement> elements(String css, String word) {
        return browser.all(css).stream()
                .filter(row -> row.getText().contains(word))
                .toList();
    }
}
