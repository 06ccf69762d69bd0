package fr.brume.domain.setting;

import fr.brume.domain.boot.BootFileOverrides;
import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.machine.ExitType;
import fr.brume.domain.machine.HostNameTemplate;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.VerificationMode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a setting's text must be. */
public enum SettingKind {
    LANGUAGE {
        @Override
        public boolean accepts(String text) {
            return Set.of("fr", "en").contains(text);
        }
    },
    TIME_ZONE {
        @Override
        public boolean accepts(String text) {
            return ZoneId.getAvailableZoneIds().contains(text);
        }
    },
    /** Whole seconds, 1 to a day. */
    SECONDS {
        @Override
        public boolean accepts(String text) {
            return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 86_400;
        }
    },
    /** Whole seconds, 0 for ever to an hour. */
    DELAY {
        @Override
        public boolean accepts(String text) {
            return text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= 3_600;
        }
    },
    /** The key that shows a hidden menu: {@code esc}, a small letter or a digit. */
    MENU_KEY {
        @Override
        public boolean accepts(String text) {
            return text.matches("esc|[a-z0-9]");
        }
    },
    /** One of the eight colours that every text console has. */
    COLOUR {
        @Override
        public boolean accepts(String text) {
            return COLOURS.contains(text);
        }
    },
    /** The name of an exit type of a BIOS; empty for what suits the loader. */
    EXIT_BIOS {
        @Override
        public boolean accepts(String text) {
            return text.isEmpty() || ExitType.forBios().stream().map(Enum::name).anyMatch(text::equals);
        }
    },
    /** The name of an exit type of UEFI firmware; empty for what suits the loader. */
    EXIT_EFI {
        @Override
        public boolean accepts(String text) {
            return text.isEmpty() || ExitType.forEfi().stream().map(Enum::name).anyMatch(text::equals);
        }
    },
    /** Whole days, 1 to about ten years. */
    DAYS {
        @Override
        public boolean accepts(String text) {
            return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= 3650;
        }
    },
    /** The first file of UEFI firmware: the signed shim, or an iPXE that starts without Secure Boot only. */
    UEFI_LOADER {
        @Override
        public boolean accepts(String text) {
            return UEFI_LOADERS.contains(text);
        }
    },
    /** Lines of machines and their first file, see {@link BootFileOverrides}; at most {@value #LONGEST_TEXT} characters. */
    BOOT_FILES {
        @Override
        public boolean accepts(String text) {
            return text.length() <= LONGEST_TEXT
                    && BootFileOverrides.parse(text).isPresent();
        }
    },
    /** How machines that register themselves are named. */
    HOST_NAME {
        @Override
        public boolean accepts(String text) {
            return HostNameTemplate.accepts(text);
        }
    },
    /** A counter, from 1. */
    NUMBER {
        @Override
        public boolean accepts(String text) {
            return text.matches("[1-9][0-9]{0,8}");
        }
    },
    /** How many, 0 to 999; what 0 means is the setting's to say. */
    COUNT {
        @Override
        public boolean accepts(String text) {
            return text.matches("0|[1-9][0-9]{0,2}");
        }
    },
    /** Megabits per second, to a terabit; 0 for no limit. */
    MEGABITS {
        @Override
        public boolean accepts(String text) {
            return text.matches("0|[1-9][0-9]{0,5}");
        }
    },
    /** An hour of the day, 0 to 23. */
    HOUR {
        @Override
        public boolean accepts(String text) {
            return text.matches("1?[0-9]|2[0-3]");
        }
    },
    /** The number of something that is stored; empty for none. */
    OPTIONAL_NUMBER {
        @Override
        public boolean accepts(String text) {
            return text.matches("([1-9][0-9]{0,17})?");
        }
    },
    /** A keyboard that the imaging environment knows. */
    KEYMAP {
        @Override
        public boolean accepts(String text) {
            return Keymaps.ALL.contains(text);
        }
    },
    /** Whether deploys look at what their disk has. */
    COMPARISON {
        @Override
        public boolean accepts(String text) {
            return named(ComparisonMode.values(), text);
        }
    },
    /** Whether deploys read back what they wrote. */
    READING_BACK {
        @Override
        public boolean accepts(String text) {
            return named(VerificationMode.values(), text);
        }
    },
    /** What deploys do with the space that images do not use. */
    FREE_SPACE {
        @Override
        public boolean accepts(String text) {
            return named(FreeSpaceMode.values(), text);
        }
    },
    /** The name of a {@link TrustLevel}. */
    TRUST {
        @Override
        public boolean accepts(String text) {
            return named(TrustLevel.values(), text);
        }
    },
    BOOLEAN {
        @Override
        public boolean accepts(String text) {
            return Set.of("true", "false").contains(text);
        }
    };

    /** What UEFI firmware can be given, the usual one first. */
    public static final List<String> UEFI_LOADERS = List.of("shimx64.efi", "snponly.efi", "ipxe.efi");

    private static final int LONGEST_TEXT = 1000;

    /** In the order of ANSI. */
    public static final List<String> COLOURS =
            List.of("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE");

    private static boolean named(Enum<?>[] values, String text) {
        return Arrays.stream(values).map(Enum::name).anyMatch(text::equals);
    }

    /** Whether a setting of this kind may have this value. */
    public abstract boolean accepts(String text);
}
