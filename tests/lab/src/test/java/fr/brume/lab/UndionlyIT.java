package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.network.UndionlyRelay;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A machine whose ROM is not iPXE loads a real undionly.kpxe first, under the same file name, and ends in the menu. */
class UndionlyIT {
    @Test
    void aVendorsRomReachesTheMenuThroughUndionly() {
        Path disk = BlankDisk.make(LabFolder.of("undionly").resolve("blank.raw"), SourceDisk.SIZE);
        Site.forget("undionly");
        Hardware hardware = Hardware.pc(3, Lan.tap(0), disk).withCard("e1000");
        try (Site site = Site.open("undionly");
                UndionlyRelay relay = UndionlyRelay.start();
                VirtualMachine machine = VirtualMachine.start(hardware)) {
            machine.console().expect("using undionly on", BootMenu.LIMIT);
            BootMenu.expectUnknown(machine);
            assertThat(relay.said()).contains("blksize 1456").contains("blksize 1432");
            assertThat(site.server().console()).contains("BLOCK_SIZE_1432");
        }
    }
}
