package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.network.Router;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beside a DHCP server that gives addresses and nothing else, Brume's proxy brings machines to the menu. */
class ProxyIT {
    @Test
    void aMachineReachesTheMenuWithoutABootFileFromTheSitesServer() {
        Path disk = BlankDisk.make(LabFolder.of("proxy").resolve("blank.raw"), SourceDisk.SIZE);
        Site.forget("proxy");
        try (Site site = Site.open("proxy", Router::startWithoutBootFile)) {
            site.portal().boot().turn("boot-dhcp-proxy");
            try (VirtualMachine machine = VirtualMachine.start(Hardware.pc(4, Lan.tap(0), disk))) {
                BootMenu.expectUnknown(machine);
            }
            assertThat(site.portal().diagnosis("PXE DISCOVER")).contains("iPXE", "i386", "Offre de Brume", "boot.ipxe");
            assertThat(site.portal().diagnosis("/boot/ipxe"))
                    .contains(Hardware.pc(4, Lan.tap(0), disk).mac());
        }
    }

    @Test
    @Tag("full")
    void uefiFirmwareReachesTheMenuTheSameWayUnderSecureBoot() {
        Path disk = BlankDisk.make(LabFolder.of("proxyuefi").resolve("blank.raw"), SourceDisk.SIZE);
        Site.forget("proxyuefi");
        Hardware hardware = Hardware.pc(5, Lan.tap(0), disk)
                .withFirmware(Firmware.SECURE_BOOT)
                .withMegabytes(1024);
        try (Site site = Site.open("proxyuefi", Router::startWithoutBootFile)) {
            site.portal().boot().turn("boot-dhcp-proxy");
            try (VirtualMachine machine = VirtualMachine.start(hardware)) {
                BootMenu.expectUnknown(machine);
            }
            assertThat(site.portal().diagnosis("PXE DISCOVER")).contains("Offre de Brume", "undionly.kpxe");
        }
    }
}
