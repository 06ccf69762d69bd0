package fr.brume.boot.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the loaders' screens. */
public final class BootText {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    /** The texts in this language. */
    public BootText(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "fr.brume.boot.text.Boot", locale, BootText.class.getClassLoader(), NO_FALLBACK);
    }

    /** A text in ASCII: the fonts of firmware have no accents. */
    public String of(String key, Object... arguments) {
        return PlainText.ascii(written(key, arguments));
    }

    /** A text as people write it, for where there are accents. */
    public String written(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
