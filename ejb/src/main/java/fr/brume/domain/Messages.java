package fr.brume.domain;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the domain, {@code fr.brume.domain.Messages}: refusals and the names of enum constants. Safe for threads. */
public final class Messages {
    public static final String BUNDLE = "fr.brume.domain.Messages";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The text under this key with its arguments; English where the locale has none. */
    public static String text(Locale locale, String key, List<String> arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), locale).format(arguments.toArray());
    }

    public static String text(Locale locale, String key, String... arguments) {
        return text(locale, key, Arrays.asList(arguments));
    }

    public static String text(Locale locale, Refusal refusal) {
        return text(locale, refusal.messageKey(), refusal.arguments());
    }
}
