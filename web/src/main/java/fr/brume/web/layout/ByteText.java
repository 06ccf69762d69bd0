package fr.brume.web.layout;

import java.text.NumberFormat;
import java.util.Locale;

/** Writes a number of bytes with the decimal units of a language: octets in French, bytes elsewhere. */
public final class ByteText {
    private static final String[] FRENCH = {"o", "ko", "Mo", "Go", "To", "Po", "Eo"};
    private static final String[] OTHERS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private ByteText() {}

    /** The text of a size that is not negative, with a no-break space before the unit. */
    public static String of(long bytes, Locale locale) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < FRENCH.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(unit == 0 ? 0 : 2);
        number.setMaximumFractionDigits(unit == 0 ? 0 : 2);
        return number.format(value) + '\u00a0' + (locale.getLanguage().equals("fr") ? FRENCH : OTHERS)[unit];
    }
}
