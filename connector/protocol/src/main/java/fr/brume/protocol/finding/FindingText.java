package fr.brume.protocol.finding;

import java.math.BigInteger;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Says a finding in a person's language. Immutable, safe for threads. */
public final class FindingText {
    private static final String BUNDLE = "fr.brume.protocol.finding.Findings";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingText() {}

    /** The text of this kind with its arguments; placeholders of numbers are grouped as the language does. */
    public static String of(FindingKind kind, List<String> arguments, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, locale, FindingText.class.getClassLoader(), NO_FALLBACK);
        MessageFormat text = new MessageFormat(bundle.getString(kind.key()), locale);
        Format[] formats = text.getFormatsByArgumentIndex();
        Object[] values = arguments.toArray();
        for (int i = 0; i < Math.min(values.length, formats.length); i++) {
            if (formats[i] instanceof NumberFormat) {
                values[i] = number(arguments.get(i));
                text.setFormatByArgumentIndex(i, values[i] instanceof String ? null : formats[i]);
            }
        }
        return text.format(values);
    }

    /** What should be a number and is none is shown as it came. */
    private static Object number(String argument) {
        return DIGITS.matcher(argument).matches() ? new BigInteger(argument) : argument;
    }
}
