package fr.brume.lab;

import fr.brume.lab.machine.Firmware;
import fr.brume.lab.menu.MenuSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@link MenuEntriesIT} tries in French on a BIOS and under Secure Boot, on each other pair of firmware and language.
 * Each site has two machines at once.
 */
@Tag("full")
class MenuMatrixIT {
    @Test
    void inEnglishOnABiosAndUnderSecureBoot() {
        everyEntryDoesWhatItSays("en", Firmware.BIOS, Firmware.SECURE_BOOT);
    }

    @Test
    void inFrenchOnUefiAndByHttpBoot() {
        everyEntryDoesWhatItSays("fr", Firmware.UEFI, Firmware.SECURE_HTTP_BOOT);
    }

    @Test
    void inEnglishOnUefiAndByHttpBoot() {
        everyEntryDoesWhatItSays("en", Firmware.UEFI, Firmware.SECURE_HTTP_BOOT);
    }

    private static void everyEntryDoesWhatItSays(String language, Firmware first, Firmware second) {
        try (MenuSite menus = MenuSite.open("menu-matrix-" + language)) {
            if (!language.equals("fr")) {
                menus.speak(language);
            }
            MenuSite.together(() -> menus.tryAll(1, first, language), () -> menus.tryAll(2, second, language));
        }
    }
}
