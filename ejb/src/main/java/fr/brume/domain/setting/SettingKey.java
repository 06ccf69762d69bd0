package fr.brume.domain.setting;

import java.util.Arrays;
import java.util.Optional;

/** Every setting kept in the database. What has no row has its default, so that a better default reaches old sites. */
public enum SettingKey {
    SITE_LANGUAGE("site.language", SettingCategory.GENERAL, SettingKind.LANGUAGE, "fr"),
    SITE_TIME_ZONE("site.time-zone", SettingCategory.GENERAL, SettingKind.TIME_ZONE, "Europe/Paris"),
    BOOT_MENU_TIMEOUT("boot.menu-timeout", SettingCategory.BOOT, SettingKind.DELAY, "10"),
    BOOT_MENU_HIDDEN("boot.menu-hidden", SettingCategory.BOOT, SettingKind.BOOLEAN, "false"),
    BOOT_MENU_HIDDEN_TIMEOUT("boot.menu-hidden-timeout", SettingCategory.BOOT, SettingKind.SECONDS, "3"),
    BOOT_MENU_KEY("boot.menu-key", SettingCategory.BOOT, SettingKind.MENU_KEY, "esc"),
    BOOT_MENU_DEBUG("boot.menu-debug", SettingCategory.BOOT, SettingKind.BOOLEAN, "false"),
    BOOT_MENU_COLOURED("boot.menu-coloured", SettingCategory.BOOT, SettingKind.BOOLEAN, "false"),
    BOOT_MENU_TEXT("boot.menu-text", SettingCategory.BOOT, SettingKind.COLOUR, "WHITE"),
    BOOT_MENU_GROUND("boot.menu-ground", SettingCategory.BOOT, SettingKind.COLOUR, "BLUE"),
    BOOT_MENU_CHOSEN_TEXT("boot.menu-chosen-text", SettingCategory.BOOT, SettingKind.COLOUR, "BLUE"),
    BOOT_MENU_CHOSEN_GROUND("boot.menu-chosen-ground", SettingCategory.BOOT, SettingKind.COLOUR, "WHITE"),
    BOOT_EXIT_BIOS("boot.exit-bios", SettingCategory.BOOT, SettingKind.EXIT_BIOS, ""),
    BOOT_EXIT_EFI("boot.exit-efi", SettingCategory.BOOT, SettingKind.EXIT_EFI, ""),
    BOOT_REFUSE_IDLE("boot.refuse-idle", SettingCategory.BOOT, SettingKind.BOOLEAN, "false"),
    BOOT_UEFI_LOADER("boot.uefi-loader", SettingCategory.BOOT, SettingKind.UEFI_LOADER, "shimx64.efi"),
    BOOT_FILES("boot.files", SettingCategory.BOOT, SettingKind.BOOT_FILES, ""),
    BOOT_REGISTRATION("boot.registration", SettingCategory.BOOT, SettingKind.BOOLEAN, "true"),
    BOOT_TICKET_LIFE("boot.ticket-life", SettingCategory.BOOT, SettingKind.SECONDS, "900"),
    BOOT_DHCP_LISTEN("boot.dhcp-listen", SettingCategory.BOOT, SettingKind.BOOLEAN, "true"),
    BOOT_DHCP_PROXY("boot.dhcp-proxy", SettingCategory.BOOT, SettingKind.BOOLEAN, "false"),
    BOOT_JOURNAL_DAYS("boot.journal-days", SettingCategory.BOOT, SettingKind.DAYS, "30"),
    REGISTRATION_NAME("registration.name", SettingCategory.REGISTRATION, SettingKind.HOST_NAME, "{mac}"),
    REGISTRATION_NEXT_NUMBER("registration.next-number", SettingCategory.REGISTRATION, SettingKind.NUMBER, "1"),
    REGISTRATION_IMAGE("registration.image", SettingCategory.REGISTRATION, SettingKind.OPTIONAL_NUMBER, ""),
    REGISTRATION_GROUP("registration.group", SettingCategory.REGISTRATION, SettingKind.OPTIONAL_NUMBER, ""),
    REGISTRATION_DEPLOY("registration.deploy", SettingCategory.REGISTRATION, SettingKind.BOOLEAN, "false"),
    REGISTRATION_LOGIN("registration.login", SettingCategory.REGISTRATION, SettingKind.BOOLEAN, "false"),
    REGISTRATION_PENDING("registration.pending", SettingCategory.REGISTRATION, SettingKind.BOOLEAN, "false"),
    CLIENT_KEYMAP("client.keymap", SettingCategory.CLIENT, SettingKind.KEYMAP, "fr"),
    CLIENT_LOGIN_LIFE("client.login-life", SettingCategory.CLIENT, SettingKind.SECONDS, "600"),
    IMAGE_COMPARISON("image.comparison", SettingCategory.IMAGE, SettingKind.COMPARISON, "AUTOMATIC"),
    IMAGE_READ_BACK("image.read-back", SettingCategory.IMAGE, SettingKind.READING_BACK, "OFF"),
    IMAGE_FREE_SPACE("image.free-space", SettingCategory.IMAGE, SettingKind.FREE_SPACE, "DISCARD"),
    IMAGE_CHANGES("image.changes", SettingCategory.IMAGE, SettingKind.BOOLEAN, "true"),
    IMAGE_ADAPT_LEVEL("image.adapt-level", SettingCategory.IMAGE, SettingKind.BOOLEAN, "true"),
    IMAGE_KEEP("image.keep", SettingCategory.IMAGE, SettingKind.COUNT, "5"),
    IMAGE_VERIFY_DAYS("image.verify-days", SettingCategory.IMAGE, SettingKind.COUNT, "30"),
    IMAGE_VERIFY_FROM("image.verify-from", SettingCategory.IMAGE, SettingKind.HOUR, "1"),
    IMAGE_VERIFY_UNTIL("image.verify-until", SettingCategory.IMAGE, SettingKind.HOUR, "5"),
    DEPLOY_NAME("deploy.name", SettingCategory.IMAGE, SettingKind.BOOLEAN, "true"),
    TRANSFER_TLS("transfer.tls", SettingCategory.TASK, SettingKind.BOOLEAN, "false"),
    TASK_MEGABITS("task.megabits", SettingCategory.TASK, SettingKind.MEGABITS, "0"),
    TASK_SILENCE("task.silence", SettingCategory.TASK, SettingKind.SECONDS, "600"),
    TASK_WAKE("task.wake", SettingCategory.TASK, SettingKind.BOOLEAN, "true"),
    TASK_TRUST("task.trust", SettingCategory.TASK, SettingKind.TRUST, "NETWORK"),
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

    /** Name of its input on a page, and so of the field of a refusal. */
    public String field() {
        return text.replace('.', '-');
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "setting." + text;
    }

    public static Optional<SettingKey> of(String text) {
        return Arrays.stream(values()).filter(k -> k.text.equals(text)).findFirst();
    }
}
