package fr.brume.lab.portal;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium in French on one portal. Not thread-safe. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--lang=fr");

    private final URI portal;
    private final Path profile;
    private final Path pictures;
    private final ChromeDriver driver;

    private Browser(URI portal, Path profile, Path pictures, ChromeDriver driver) {
        this.portal = portal;
        this.profile = profile;
        this.pictures = pictures;
        this.driver = driver;
    }

    /**
     * Opens a window with a new profile.
     *
     * @param portal address of the portal
     * @param pictures folder for {@link #picture(String)}
     * @return the browser
     */
    public static Browser open(URI portal, Path pictures) {
        try {
            Files.createDirectories(pictures);
            Path profile = Files.createTempDirectory("brlab-chromium");
            ChromeOptions options = new ChromeOptions();
            options.setBinary("/usr/bin/chromium");
            options.addArguments(FLAGS);
            options.addArguments("--user-data-dir=" + profile);
            options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "fr"));
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                    .withSilent(true)
                    .build();
            ChromeDriver driver = new ChromeDriver(service, options);
            driver.manage().window().setSize(new Dimension(1280, 900));
            driver.manage().timeouts().pageLoadTimeout(PATIENCE);
            return new Browser(portal, profile, pictures, driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Goes to a page.
     *
     * @param path path below the portal's address
     */
    public void go(String path) {
        driver.get(portal.resolve(path).toString());
    }

    /** {@return path of the page that is shown} */
    public String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** {@return all words on the page} */
    public String text() {
        return await(any -> driver.findElement(By.tagName("body")).getText());
    }

    /**
     * Waits for an element that can be seen.
     *
     * @param css CSS selector
     * @return the first that matches
     */
    public WebElement see(String css) {
        return await(any -> {
            WebElement element = driver.findElement(By.cssSelector(css));
            return element.isDisplayed() ? element : null;
        });
    }

    /**
     * Elements that are there now.
     *
     * @param css CSS selector
     * @return all that match, possibly none
     */
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /**
     * Runs a question until it has an answer.
     *
     * @param question null, false and any trouble with an element of a page that is being replaced mean: not yet
     * @param <T> type of the answer
     * @return the answer
     */
    public <T> T await(java.util.function.Function<? super org.openqa.selenium.WebDriver, T> question) {
        return await(PATIENCE, question);
    }

    /**
     * Runs a question until it has an answer.
     *
     * @param limit longest wait
     * @param question null, false and any trouble with an element of a page that is being replaced mean: not yet
     * @param <T> type of the answer
     * @return the answer
     */
    public <T> T await(Duration limit, java.util.function.Function<? super org.openqa.selenium.WebDriver, T> question) {
        try {
            return new WebDriverWait(driver, limit)
                    .ignoring(WebDriverException.class)
                    .until(question);
        } catch (TimeoutException e) {
            picture("failed");
            throw e;
        }
    }

    /**
     * Makes the page as wide as another screen has it, down to a telephone's; a window has a least width.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * Keeps a picture of the page, for the README and for whoever looks for the cause of a failure.
     *
     * @param name name without ending
     */
    public void picture(String name) {
        try {
            Files.write(pictures.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        Command.run("rm", "-rf", profile.toString());
    }
}
