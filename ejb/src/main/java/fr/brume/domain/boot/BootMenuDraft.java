package fr.brume.domain.boot;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An entry of the boot menu as somebody typed it. Null texts count as empty.
 *
 * @param item unique name, of use in scripts only
 * @param labelFr what a French screen shows; accents are taken off there
 * @param labelEn what an English screen shows
 * @param shownWith FOG's number of the machines that see it
 * @param parameters lines for iPXE, run when it is chosen
 * @param grubParameters lines for GRUB, run when it is chosen
 * @param bootArguments for the kernel, where it starts one
 * @param hotKey one character; empty for none
 * @param enabled whether any machine sees it
 * @param defaultEntry whether it is taken when nobody chooses
 */
public record BootMenuDraft(
        String item,
        String labelFr,
        String labelEn,
        int shownWith,
        String parameters,
        String grubParameters,
        String bootArguments,
        String hotKey,
        boolean enabled,
        boolean defaultEntry) {
    public BootMenuDraft {
        item = stripped(item).toLowerCase(Locale.ROOT);
        labelFr = stripped(labelFr);
        labelEn = stripped(labelEn);
        parameters = lines(parameters);
        grubParameters = lines(grubParameters);
        bootArguments = stripped(bootArguments);
        hotKey = stripped(hotKey).toLowerCase(Locale.ROOT);
    }

    /** What an entry has now. */
    public static BootMenuDraft of(BootMenuEntry entry) {
        return new BootMenuDraft(
                entry.getItem(),
                entry.getLabelFr(),
                entry.getLabelEn(),
                entry.getShownWith(),
                entry.getParameters(),
                entry.getGrubParameters(),
                entry.getBootArguments(),
                entry.getHotKey(),
                entry.isEnabled(),
                entry.isDefaultEntry());
    }

    /** The same, shown or hidden. */
    public BootMenuDraft withEnabled(boolean shown) {
        return new BootMenuDraft(
                item,
                labelFr,
                labelEn,
                shownWith,
                parameters,
                grubParameters,
                bootArguments,
                hotKey,
                shown,
                defaultEntry);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** Lines without blanks around them, ended as Unix does; empty ones are left out. */
    private static String lines(String text) {
        return stripped(text)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
