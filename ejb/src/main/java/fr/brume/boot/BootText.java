package fr.brume.boot;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the loaders' screens. */
final class BootText {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    BootText(Locale locale) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle("fr.brume.boot.Boot", locale, BootText.class.getClassLoader(), NO_FALLBACK);
    }

    /** A text in ASCII: the fonts of firmware have no accents. */
    String of(String key, Object... arguments) {
        return PlainText.ascii(written(key, arguments));
    }

    /** A text as people write it, for where there are accents. */
    String written(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
