package fr.brume.agent.screen;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureText;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingText;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the screens in one language. Numbers are formatted here: the small Java runtime of the agent carries no locale
 * data but English. Immutable, safe for threads.
 */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String[] UNITS = {"unit.byte", "unit.kilo", "unit.mega", "unit.giga", "unit.tera", "unit.peta"
    };

    private final Locale locale;
    private final ResourceBundle bundle;

    public Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("fr.brume.agent.screen.Screen", locale, NO_FALLBACK);
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    public String failure(Failure failure, List<String> arguments) {
        return FailureText.of(failure, arguments, locale);
    }

    /** A size in decimal units, three or four digits: {@code 15,4 Go}. */
    /** {@code /dev/sda: what was found}. */
    public String finding(Finding finding) {
        return text("finding", finding.subject(), FindingText.of(finding.kind(), finding.arguments(), locale));
    }

    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return decimal(value, unit == 0 ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0) + " "
                + bundle.getString(UNITS[unit]);
    }

    /** With the bytes in full, where two sizes that look the same are compared. */
    public String exactBytes(long bytes) {
        return bytes(bytes) + " (" + bytes + " " + bundle.getString(UNITS[0]) + ")";
    }

    /** Per second and per minute, as technicians compare it: {@code 257 Mo/s (15,4 Go/min)}. */
    public String rate(long bytesPerSecond) {
        return text("rate", bytes(bytesPerSecond), bytes(bytesPerSecond * 60));
    }

    /** {@code 01:02:03}; dashes when negative, that is unknown. */
    public String duration(long seconds) {
        return seconds < 0
                ? "--:--:--"
                : String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public String percent(double share) {
        return text("percent", decimal(share * 100, 1));
    }

    private String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value).replace(".", bundle.getString("decimal"));
    }
}
