package fr.brume.lab;

import fr.brume.lab.machine.Firmware;
import fr.brume.lab.menu.MenuSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link MenuEntriesIT} tries, on each firmware in each language of a site. */
@Tag("full")
class MenuMatrixIT {
    @ParameterizedTest
    @CsvSource({"en, BIOS, SECURE_BOOT", "en, UEFI, SECURE_HTTP_BOOT", "fr, UEFI, SECURE_HTTP_BOOT"})
    void everyEntryDoesWhatItSays(String language, Firmware first, Firmware second) {
        try (MenuSite menus = MenuSite.open("menu-matrix-" + language)) {
            if (!language.equals("fr")) {
                menus.speak(language);
            }
            MenuSite.together(() -> menus.tryAll(1, first, language), () -> menus.tryAll(2, second, language));
        }
    }
}
