package fr.brume.boot.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the menu looks and waits.
 *
 * @param timeout after which the default entry is taken; zero waits for ever
 * @param hidden whether the menu is shown only to who presses a key
 * @param hiddenTimeout how long that key is waited for
 * @param hiddenKey a letter or digit, or {@code esc}; GRUB has escape alone
 * @param colours empty for those of the loader
 * @param background name of a PNG of the boot folder; empty for none
 */
public record MenuStyle(
        Duration timeout,
        boolean hidden,
        Duration hiddenTimeout,
        String hiddenKey,
        Optional<MenuColours> colours,
        Optional<String> background) {
    /** The name of the escape key. */
    public static final String ESCAPE = "esc";

    private static final Pattern KEY = Pattern.compile(ESCAPE + "|[A-Za-z0-9]");

    public MenuStyle {
        if (!KEY.matcher(hiddenKey).matches()) {
            throw new IllegalArgumentException("not a key: " + hiddenKey);
        }
    }

    /** A menu that is shown, in the loader's colours. */
    public static MenuStyle shown(Duration timeout) {
        return new MenuStyle(timeout, false, Duration.ofSeconds(3), ESCAPE, Optional.empty(), Optional.empty());
    }
}
