package fr.brume.domain.setting;

import java.util.Arrays;
import java.util.Optional;

/** Every setting kept in the database. What has no row has its default, so that a better default reaches old sites. */
public enum SettingKey {
    SITE_LANGUAGE("site.language", SettingCategory.GENERAL, SettingKind.LANGUAGE, "fr"),
    SITE_TIME_ZONE("site.time-zone", SettingCategory.GENERAL, SettingKind.TIME_ZONE, "Europe/Paris"),
    BOOT_MENU_TIMEOUT("boot.menu-timeout", SettingCategory.BOOT, SettingKind.SECONDS, "10"),
    BOOT_REGISTRATION("boot.registration", SettingCategory.BOOT, SettingKind.BOOLEAN, "true"),
    BOOT_TICKET_LIFE("boot.ticket-life", SettingCategory.BOOT, SettingKind.SECONDS, "900"),
    TASK_SILENCE("task.silence", SettingCategory.TASK, SettingKind.SECONDS, "600"),
    TASK_WAKE("task.wake", SettingCategory.TASK, SettingKind.BOOLEAN, "true"),
    AUDIT_DAYS("audit.days", SettingCategory.GENERAL, SettingKind.DAYS, "365");

    private final String text;
    private final SettingCategory category;
    private final SettingKind kind;
    private final String usual;

    SettingKey(String text, SettingCategory category, SettingKind kind, String usual) {
        this.text = text;
        this.category = category;
        this.kind = kind;
        this.usual = usual;
    }

    /** The name in the database and in the documentation. */
    public String text() {
        return text;
    }

    public SettingCategory category() {
        return category;
    }

    public SettingKind kind() {
        return kind;
    }

    /** The value of a site that never chose. */
    public String usual() {
        return usual;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "setting." + text;
    }

    public static Optional<SettingKey> of(String text) {
        return Arrays.stream(values()).filter(k -> k.text.equals(text)).findFirst();
    }
}
