package fr.brume.protocol.fault;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says a failure in a person's language. Immutable, safe for threads. */
public final class FailureText {
    private static final String BUNDLE = "fr.brume.protocol.fault.Failures";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FailureText() {}

    /** The text of this failure with its arguments; the English one where the locale has none. */
    public static String of(Failure failure, List<String> arguments, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, locale, FailureText.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(failure.key()), locale).format(arguments.toArray());
    }
}
