package fr.brume.lab.portal;

import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** Fields of the form that is shown, named by the last part of their element's name. Not thread-safe. */
final class Form {
    private final Browser browser;

    Form(Browser browser) {
        this.browser = browser;
    }

    void type(String field, String value) {
        WebElement input = input(field);
        input.clear();
        input.sendKeys(value);
    }

    /** Types and leaves the field, so that the page reacts to it. */
    void typeAndLeave(String field, String value) {
        type(field, value);
        input(field).sendKeys(Keys.TAB);
    }

    String value(String field) {
        return input(field).getDomProperty("value");
    }

    /** Opens a list and takes the entry whose label begins with some words; the list opens with an animation. */
    void choose(String field, String label) {
        String list = "div[id$='" + field + "']";
        String panel = "[id$='" + field + "_panel']";
        String chosen = list + " .ui-selectonemenu-label";
        if (browser.see(chosen).getText().startsWith(label)) {
            return;
        }
        browser.see(list + " .ui-selectonemenu-trigger").click();
        browser.await(any -> isOpen(browser.see(panel)));
        browser.see(panel + " li[data-label^=\"" + label + "\"]").click();
        browser.await(any -> browser.see(chosen).getText().startsWith(label));
        browser.await(any -> browser.all(panel).stream().noneMatch(WebElement::isDisplayed));
    }

    /** While it opens, a list loses what is clicked. */
    private static boolean isOpen(WebElement panel) {
        return String.valueOf(panel.getDomAttribute("class")).contains("overlay-enter-done");
    }

    /** Presses a button that loads another page, and waits until it has. */
    void press(String button) {
        WebElement element = browser.see("[id$=':" + button + "']");
        element.click();
        browser.await(any -> isGone(element));
    }

    private WebElement input(String field) {
        return browser.see("input[id$=':" + field + "'], textarea[id$=':" + field + "']");
    }

    /** While a page is replaced, the driver says in two ways that an element left with the page before. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw e;
        }
    }
}
