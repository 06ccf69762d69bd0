package fr.brume.domain;

import java.util.Locale;

/** The form in which names are compared and sorted: PC1 and pc1 are one name. */
public final class NameKey {
    private NameKey() {}

    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
