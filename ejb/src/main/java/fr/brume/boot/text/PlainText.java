package fr.brume.boot.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Foreign text as the screens of firmware can show it: one line of printable ASCII. */
public final class PlainText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private PlainText() {}

    /** Letters without their accents, typographic signs by plain ones, anything else as {@code ?}. */
    public static String ascii(String text) {
        String plain = text.replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE")
                .replace('\u2019', '\'')
                .replace('\u2013', '-')
                .replaceAll("[«»“”]", "'")
                .replaceAll("\\s|\u00a0|\u202f", " ");
        String letters =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        return NOT_ASCII.matcher(letters).replaceAll("?");
    }
}
