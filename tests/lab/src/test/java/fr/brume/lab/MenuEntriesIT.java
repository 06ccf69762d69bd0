package fr.brume.lab;

import fr.brume.lab.machine.Firmware;
import fr.brume.lab.menu.MenuSite;
import org.junit.jupiter.api.Test;

/**
 * Every entry of the boot menu does what it says, or says why not, as iPXE shows it and as GRUB does under Secure Boot.
 * What each entry brought onto the serial line is kept in {@code target/lab/menu-entries}.
 */
class MenuEntriesIT {
    @Test
    void everyEntryDoesWhatItSays() {
        try (MenuSite menus = MenuSite.open("menu")) {
            MenuSite.together(
                    () -> menus.tryAll(1, Firmware.BIOS, "fr"), () -> menus.tryAll(2, Firmware.SECURE_BOOT, "fr"));
        }
    }
}
