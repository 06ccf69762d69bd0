package fr.brume.lab;

import fr.brume.lab.disk.BootMarker;
import fr.brume.lab.disk.TinyDisk;
import fr.brume.lab.disk.UefiDisk;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import fr.brume.test.server.ServerFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each way to go on to the local disk, in each loader that has it: the site's own first, then those of the machine. */
@Tag("full")
class ExitTypesIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /** What stands between a refused PXE entry and the disk: the network card's other entries, each waits for its servers. */
    private static final Duration OTHER_ENTRIES = Duration.ofMinutes(10);

    private static final Path FOLDER = LabFolder.of("exits");

    private static Site site;

    @BeforeAll
    static void openSite() {
        Site.forget("exits");
        site = Site.open("exits");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void aBiosWithIpxe() {
        Exits exits = new Exits(Hardware.pc(1, Lan.tap(0), TinyDisk.make(FOLDER)), "bios");
        exits.createHost();
        exits.ofSite("POWER OFF", machine -> machine.awaitPowerOff(LIMIT));
        exits.ofHost("REBOOT", machine -> machine.awaitRestart(LIMIT));
        exits.ofHost("SANBOOT", BootMenu::expectSystem);
        exits.ofHost("EXIT", BootMenu::expectSystem);
        exits.ofHost("GRUB", BootMenu::expectSystem);
    }

    @Test
    void uefiWithGrub() {
        Exits exits = new Exits(uefi(2), "grub");
        exits.createHost();
        site.portal().boot().choose("boot-uefi-loader", "shimx64.efi");
        exits.ofSite("POWER OFF", machine -> machine.awaitPowerOff(LIMIT));
        exits.ofHost("REBOOT", machine -> machine.awaitRestart(LIMIT));
        exits.ofHost("GRUB", BootMenu::expectSystem);
        // OVMF takes a loader that ends for one that worked, and goes into its setup.
        exits.ofHost("EXIT", machine -> machine.console().expect("Boot Manager", LIMIT));
    }

    @Test
    void uefiWithIpxe() {
        Exits exits = new Exits(uefi(3), "ipxe");
        exits.createHost();
        site.portal().boot().choose("boot-uefi-loader", "snponly.efi");
        exits.ofSite("POWER OFF", machine -> machine.awaitPowerOff(LIMIT));
        exits.ofHost("REBOOT", machine -> machine.awaitRestart(LIMIT));
        exits.ofHost("REFIND", BootMenu::expectSystem);
        exits.ofHost("EXIT", machine -> machine.console().expect(BootMarker.TEXT, OTHER_ENTRIES));
    }

    private static Hardware uefi(int number) {
        Path boot = ServerFolder.installation().resolve("brume/boot");
        Path disk = UefiDisk.make(FOLDER.resolve("uefi" + number), boot).disk();
        return Hardware.pc(number, Lan.tap(0), disk).withFirmware(Firmware.UEFI).withMegabytes(1024);
    }

    /** One machine and how it goes on. */
    private record Exits(Hardware hardware, String host) {
        void createHost() {
            site.portal().createHost(host, hardware.mac(), "");
        }

        void ofSite(String label, Consumer<VirtualMachine> expected) {
            site.portal().boot().choose("boot-exit-" + firmware(), label);
            start(expected);
        }

        void ofHost(String label, Consumer<VirtualMachine> expected) {
            site.portal().hosts().choose(host, firmware() + "Exit", label);
            start(expected);
        }

        private String firmware() {
            return hardware.firmware() == Firmware.BIOS ? "bios" : "efi";
        }

        private void start(Consumer<VirtualMachine> expected) {
            try (VirtualMachine machine = VirtualMachine.start(hardware)) {
                BootMenu.expectMenuOf(machine, host);
                BootMenu.choose(machine, "fog.local");
                expected.accept(machine);
            }
        }
    }
}
