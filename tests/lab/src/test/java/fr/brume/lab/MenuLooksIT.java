package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.TinyDisk;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.ScreenPicture;
import fr.brume.lab.site.Site;
import fr.brume.test.process.Await;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the menu looks in the loaders themselves: colours, a picture, hidden until its key is pressed. */
@Tag("full")
class MenuLooksIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path FOLDER = LabFolder.of("looks");
    private static final String HOST = "decor";
    private static final String ESCAPE = "\u001b";
    /** How a terminal is told to put the text on green. */
    private static final String ON_GREEN = "\u001b\\[[0-9;]*42m";

    private static Hardware bios;
    private static Hardware uefi;
    private static Site site;

    @BeforeAll
    static void openSite() {
        Path disk = TinyDisk.make(FOLDER);
        bios = Hardware.pc(1, Lan.tap(0), disk);
        uefi = Hardware.pc(2, Lan.tap(0), disk).withFirmware(Firmware.UEFI).withMegabytes(1024);
        Site.forget("looks");
        site = Site.open("looks");
        site.portal().createHost(HOST, bios.mac(), "");
        site.portal().boot().choose("boot-menu-ground", "Vert");
        site.portal().boot().turn("boot-menu-coloured");
        site.portal().boot().type("boot-menu-key", "m");
        // The firmware takes an escape for the beginning of another key for two seconds.
        site.portal().boot().type("boot-menu-hidden-timeout", "12");
        site.portal().boot().turn("boot-menu-hidden");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    /** Without colours: the iPXE in the ROM of QEMU's network card was built without that command, and goes on. */
    @Test
    void iPxeShowsTheMenuAfterItsKey() {
        try (VirtualMachine machine = VirtualMachine.start(bios)) {
            machine.console().expect("Appuyez sur m pour le menu", LIMIT);
            machine.console().press("m");
            BootMenu.expectMenuOf(machine, HOST);
        }
    }

    @Test
    void iPxeOfDebianShowsAColouredMenu() {
        site.portal().boot().choose("boot-uefi-loader", "snponly.efi");
        try (VirtualMachine machine = VirtualMachine.start(uefi)) {
            machine.console().expect("Appuyez sur m pour le menu", LIMIT);
            machine.console().press("m");
            BootMenu.expectUnknown(machine);
            assertThat(machine.transcript()).containsPattern(ON_GREEN);
        }
        site.portal().boot().choose("boot-uefi-loader", "shimx64.efi");
    }

    @Test
    void iPxeStartsTheDiskWhenNobodyPressesTheKey() {
        try (VirtualMachine machine = VirtualMachine.start(bios)) {
            machine.console().expect("Appuyez sur m pour le menu", LIMIT);
            BootMenu.expectSystem(machine);
            assertThat(machine.console().all()).doesNotContain("Machine enregistree");
        }
    }

    @Test
    void grubShowsAColouredMenuAfterEscape() {
        try (VirtualMachine machine = VirtualMachine.start(uefi)) {
            machine.console().expect("Appuyez sur Echap pour le menu", LIMIT);
            machine.console().press(ESCAPE);
            BootMenu.expectUnknown(machine);
            assertThat(machine.transcript()).containsPattern(ON_GREEN);
        }
    }

    @Test
    void aPictureLiesBehindTheMenu() {
        Color violet = new Color(0x80, 0x20, 0xc0);
        site.portal().boot().turn("boot-menu-hidden");
        site.portal().boot().type("boot-menu-timeout", "0");
        site.portal().boot().sendPicture(ScreenPicture.plain(FOLDER.resolve("violet.png"), violet));
        try (VirtualMachine machine = VirtualMachine.start(uefi.withScreen())) {
            Await.until(
                    "picture behind GRUB's menu",
                    LIMIT,
                    () -> ScreenPicture.of(machine, FOLDER).hasAtTheEdge(violet));
        }
        site.portal().boot().turn("boot-menu-hidden");
    }
}
