package fr.brume.service;

import java.util.Locale;

/** Turns what somebody typed into a search box into patterns of LIKE, to be used with {@code ESCAPE '!'}. */
public final class SearchText {
    private SearchText() {}

    /** Matches what contains this text, in lower case; everything when there is none. */
    public static String contains(String typed) {
        String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        return '%' + text.replaceAll("([!%_])", "!$1") + '%';
    }

    /** Matches MAC addresses that contain these digits, spelled in any usual way; nothing when it is not part of one. */
    public static String containsMac(String typed) {
        String digits = typed == null ? "" : typed.toLowerCase(Locale.ROOT).replaceAll("[\\s:.-]", "");
        return digits.matches("[0-9a-f]{1,12}") ? '%' + String.join(":", digits.split("(?<=\\G..)")) + '%' : "";
    }
}
