package fr.brume.service.boot.menu;

import fr.brume.boot.plan.BootMenu;
import fr.brume.boot.plan.MenuColours;
import fr.brume.boot.plan.MenuColours.Colour;
import fr.brume.boot.plan.MenuFunction;
import fr.brume.boot.plan.MenuStyle;
import fr.brume.boot.plan.ShownWith;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.domain.setting.SettingKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the boot menu is made of, as it was read.
 *
 * @param entries those that are shown, in order
 * @param settings the values of {@link #SETTINGS}
 * @param background name of the background picture; empty for none
 */
record BootMenuContent(List<BootMenuEntry> entries, Map<SettingKey, String> settings, Optional<String> background) {
    /** The settings that change the menu. */
    static final Set<SettingKey> SETTINGS = EnumSet.of(
            SettingKey.BOOT_MENU_TIMEOUT,
            SettingKey.BOOT_MENU_HIDDEN,
            SettingKey.BOOT_MENU_HIDDEN_TIMEOUT,
            SettingKey.BOOT_MENU_KEY,
            SettingKey.BOOT_MENU_DEBUG,
            SettingKey.BOOT_MENU_COLOURED,
            SettingKey.BOOT_MENU_TEXT,
            SettingKey.BOOT_MENU_GROUND,
            SettingKey.BOOT_MENU_CHOSEN_TEXT,
            SettingKey.BOOT_MENU_CHOSEN_GROUND);

    BootMenu menu(Locale locale) {
        String defaultItem = entries.stream()
                .filter(BootMenuEntry::isDefaultEntry)
                .map(BootMenuEntry::getItem)
                .findFirst()
                .orElseGet(MenuFunction.LOCAL::item);
        List<BootMenu.Entry> shown = entries.stream()
                // A database of a later version may have entries that this server does not know.
                .filter(entry -> MenuFunction.ofId(entry.getFunctionId()).isPresent())
                .map(entry -> entry(entry, locale))
                .toList();
        return new BootMenu(shown, defaultItem, is(SettingKey.BOOT_MENU_DEBUG), style());
    }

    private static BootMenu.Entry entry(BootMenuEntry entry, Locale locale) {
        return new BootMenu.Entry(
                entry.getItem(),
                entry.label(locale),
                MenuFunction.ofId(entry.getFunctionId()).orElseThrow(),
                ShownWith.ofId(entry.getShownWith()).orElse(ShownWith.ALL),
                entry.getParameters(),
                entry.getGrubParameters(),
                entry.getBootArguments(),
                entry.getHotKey());
    }

    private MenuStyle style() {
        return new MenuStyle(
                seconds(SettingKey.BOOT_MENU_TIMEOUT),
                is(SettingKey.BOOT_MENU_HIDDEN),
                seconds(SettingKey.BOOT_MENU_HIDDEN_TIMEOUT),
                settings.get(SettingKey.BOOT_MENU_KEY),
                colours(),
                background);
    }

    private Optional<MenuColours> colours() {
        return is(SettingKey.BOOT_MENU_COLOURED)
                ? Optional.of(new MenuColours(
                        colour(SettingKey.BOOT_MENU_TEXT),
                        colour(SettingKey.BOOT_MENU_GROUND),
                        colour(SettingKey.BOOT_MENU_CHOSEN_TEXT),
                        colour(SettingKey.BOOT_MENU_CHOSEN_GROUND)))
                : Optional.empty();
    }

    private Colour colour(SettingKey key) {
        return Colour.valueOf(settings.get(key));
    }

    private boolean is(SettingKey key) {
        return Boolean.parseBoolean(settings.get(key));
    }

    private Duration seconds(SettingKey key) {
        return Duration.ofSeconds(Long.parseLong(settings.get(key)));
    }
}
