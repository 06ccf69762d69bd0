package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.BootMarker;
import fr.brume.lab.disk.DiskJudge;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lab itself: without these, a green walk would say nothing. */
@Tag("full")
class HarnessIT {
    private static final Duration BOOT = Duration.ofMinutes(2);

    @Test
    void theSourceDiskPassesItsOwnJudgesAndBoots() {
        Path folder = LabFolder.of("harness");
        SourceDisk source = SourceDisk.make(folder);
        DiskJudge judge = new DiskJudge(folder);
        try (LoopDevice ntfs = LoopDevice.of(source.disk(), SourceDisk.NTFS, false);
                LoopDevice ext4 = LoopDevice.of(source.disk(), SourceDisk.EXT4, false)) {
            assertThat(judge.ntfs(ntfs.device(), source.ntfsDigests().keySet())).isEqualTo(source.ntfsDigests());
            assertThat(judge.ext4(ext4.device())).isEqualTo(source.ext4Digests());
        }
        try (Lan lan = Lan.open();
                VirtualMachine machine = VirtualMachine.start(Hardware.pc(8, Lan.tap(0), source.disk()))) {
            assertThat(lan).isNotNull();
            machine.console().expect(BootMarker.TEXT, BOOT);
        }
    }

    @Test
    void aBlankDiskDoesNotBoot() {
        Path blank = BlankDisk.make(LabFolder.of("harness").resolve("blank.raw"), SourceDisk.SIZE);
        try (Lan lan = Lan.open();
                VirtualMachine machine = VirtualMachine.start(Hardware.pc(9, Lan.tap(0), blank))) {
            assertThat(lan).isNotNull();
            machine.console().expect("No bootable device|not a bootable disk", BOOT);
        }
    }
}
