package fr.brume.domain.machine;

import fr.brume.protocol.MacAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How machines that register themselves are named: text with {@code {mac}} (the digits of the address), {@code {mac6}} (the
 * last six), {@code {serial}} (of the machine) and {@code {n}} or {@code {n:3}} (a counter, with that many digits at least).
 *
 * @param text as the site wrote it
 */
public record HostNameTemplate(String text) {
    private static final Pattern WORD = Pattern.compile("\\{(mac|mac6|serial|n|n:[1-9])}");
    private static final Pattern COUNTER = Pattern.compile("\\{n(:[1-9])?}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]*");
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int LONGEST = 64;

    /** Whether every name of this template can be one of a host: it names machines apart, by fit characters. */
    public static boolean accepts(String text) {
        return text.length() <= LONGEST
                && WORD.matcher(text).find()
                && PLAIN.matcher(WORD.matcher(text).replaceAll("")).matches();
    }

    /** Whether further machines get further names by counting. */
    public boolean counts() {
        return COUNTER.matcher(text).find();
    }

    /**
     * The name of one machine; the digits of its address where the template makes none that a host may have, such as one that
     * is too long or of a machine without serial number.
     *
     * @param serial as the firmware says; characters that no name has are left out
     * @param number of the counter
     */
    public String name(MacAddress mac, String serial, long number) {
        String fit = UNFIT.matcher(serial).replaceAll("");
        if (fit.isEmpty() && text.contains("{serial}")) {
            return mac.digits();
        }
        String name =
                WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(value(word.group(1), mac, fit, number)));
        return HostRules.isName(name) ? name : mac.digits();
    }

    private static String value(String word, MacAddress mac, String serial, long number) {
        return switch (word) {
            case "mac" -> mac.digits();
            case "mac6" -> mac.digits().substring(6);
            case "serial" -> serial;
            case "n" -> Long.toString(number);
            default -> String.format("%0" + word.substring(2) + "d", number);
        };
    }
}
