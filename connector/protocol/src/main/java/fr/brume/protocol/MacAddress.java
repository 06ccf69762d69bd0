package fr.brume.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 48-bit address of a network interface, written {@code 08:00:27:4d:46:2b}. Immutable.
 *
 * @param text six pairs of lower case hexadecimal digits, separated by colons
 */
public record MacAddress(String text) {
    private static final Pattern CANONICAL = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");
    private static final Pattern USUAL = Pattern.compile(
            "([0-9a-f]{2}:){5}[0-9a-f]{2}|([0-9a-f]{2}-){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}|[0-9a-f]{12}");

    public MacAddress {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a canonical MAC address");
        }
    }

    /** Reads the usual spellings (colons, dashes, Cisco's dots, none); empty for anything else and for group addresses. */
    public static Optional<MacAddress> parse(String spelled) {
        String lower = spelled == null ? "" : spelled.strip().toLowerCase(Locale.ROOT);
        if (!USUAL.matcher(lower).matches()) {
            return Optional.empty();
        }
        String digits = lower.replaceAll("[^0-9a-f]", "");
        if (digits.equals("000000000000") || (Character.digit(digits.charAt(1), 16) & 1) == 1) {
            return Optional.empty();
        }
        return Optional.of(new MacAddress(String.join(":", digits.split("(?<=\\G..)"))));
    }

    /** The twelve digits alone: the name FOG gives to a machine that registered itself. */
    public String digits() {
        return text.replace(":", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
