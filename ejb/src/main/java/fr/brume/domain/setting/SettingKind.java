package fr.brume.domain.setting;

import fr.brume.domain.boot.BootFileOverrides;
import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.HostNameTemplate;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.VerificationMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a setting's text must be. */
public enum SettingKind {
    LANGUAGE(Set.of("fr", "en")::contains),
    TIME_ZONE(text -> ZoneId.getAvailableZoneIds().contains(text)),
    /** Whole seconds, 1 to a day. */
    SECONDS(upTo(86_400, "[1-9][0-9]{0,4}")),
    /** Whole seconds, 0 for ever to an hour. */
    DELAY(upTo(3_600, "[0-9]{1,4}")),
    /** The key that shows a hidden menu: {@code esc}, a small letter or a digit. */
    MENU_KEY(like("esc|[a-z0-9]")),
    /** One of the eight colours that every text console has. */
    COLOUR(SettingKind::isColour),
    /** The name of an exit type of a BIOS; empty for what suits the loader. */
    EXIT_BIOS(emptyOr(nameOf(ExitType.forBios()))),
    /** The name of an exit type of UEFI firmware; empty for what suits the loader. */
    EXIT_EFI(emptyOr(nameOf(ExitType.forEfi()))),
    /** Whole days, 1 to about ten years. */
    DAYS(upTo(3_650, "[1-9][0-9]{0,3}")),
    /** The first file of UEFI firmware: the signed shim, or an iPXE that starts without Secure Boot only. */
    UEFI_LOADER(SettingKind::isUefiLoader),
    /** Lines of machines and their first file, see {@link BootFileOverrides}; at most {@value #LONGEST_TEXT} characters. */
    BOOT_FILES(SettingKind::isListOfBootFiles),
    /** How machines that register themselves are named. */
    HOST_NAME(HostNameTemplate::accepts),
    /** A counter, from 1. */
    NUMBER(like("[1-9][0-9]{0,8}")),
    /** How many, 0 to 999; what 0 means is the setting's to say. */
    COUNT(like("0|[1-9][0-9]{0,2}")),
    /** Megabits per second, to a terabit; 0 for no limit. */
    MEGABITS(like("0|[1-9][0-9]{0,5}")),
    /** An hour of the day, 0 to 23. */
    HOUR(like("1?[0-9]|2[0-3]")),
    /** The number of something that is stored; empty for none. */
    OPTIONAL_NUMBER(like("([1-9][0-9]{0,17})?")),
    /** A keyboard that the imaging environment knows. */
    KEYMAP(Keymaps.ALL::contains),
    /** Whether deploys look at what their disk has. */
    COMPARISON(nameOf(List.of(ComparisonMode.values()))),
    /** Whether deploys read back what they wrote. */
    READING_BACK(nameOf(List.of(VerificationMode.values()))),
    /** What deploys do with the space that images do not use. */
    FREE_SPACE(nameOf(List.of(FreeSpaceMode.values()))),
    /** The name of a {@link TrustLevel}. */
    TRUST(nameOf(List.of(TrustLevel.values()))),
    BOOLEAN(Set.of("true", "false")::contains);

    /** What UEFI firmware can be given, the usual one first. */
    public static final List<String> UEFI_LOADERS = List.of("shimx64.efi", "snponly.efi", "ipxe.efi");

    /** In the order of ANSI. */
    public static final List<String> COLOURS =
            List.of("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE");

    private static final int LONGEST_TEXT = 1000;

    private final Predicate<String> rule;

    SettingKind(Predicate<String> rule) {
        this.rule = rule;
    }

    /** Whether a setting of this kind may have this value. */
    public boolean accepts(String text) {
        return rule.test(text);
    }

    private static boolean isColour(String text) {
        return COLOURS.contains(text);
    }

    private static boolean isUefiLoader(String text) {
        return UEFI_LOADERS.contains(text);
    }

    private static boolean isListOfBootFiles(String text) {
        return text.length() <= LONGEST_TEXT && BootFileOverrides.parse(text).isPresent();
    }

    private static Predicate<String> like(String form) {
        return text -> text.matches(form);
    }

    private static Predicate<String> upTo(int largest, String form) {
        return like(form).and(text -> Integer.parseInt(text) <= largest);
    }

    private static Predicate<String> emptyOr(Predicate<String> rule) {
        return rule.or(String::isEmpty);
    }

    private static Predicate<String> nameOf(List<? extends Enum<?>> constants) {
        return text -> constants.stream().map(Enum::name).anyMatch(text::equals);
    }
}
