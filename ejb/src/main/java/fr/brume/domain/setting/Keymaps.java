package fr.brume.domain.setting;

import java.util.List;

/** The keyboards that the imaging environment has a table for; {@code us} is built into the kernel. */
public final class Keymaps {
    public static final List<String> ALL =
            List.of("fr", "us", "be", "ca", "ch-fr", "ch-de", "de", "es", "it", "pt", "uk");

    private Keymaps() {}
}
