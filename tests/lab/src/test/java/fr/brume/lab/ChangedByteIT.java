package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.UefiDisk;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.BootFiles;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import fr.brume.lab.site.Steps;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One byte changed anywhere in the chain of Secure Boot, and the link before it refuses to go on; the portal says what
 * each machine got last.
 */
@Tag("full")
@ExtendWith(Steps.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedByteIT {
    private static final Path FOLDER = LabFolder.of("changed");
    /** A machine that asks nothing for a minute has come to a stop. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private static BootFiles files;
    private static Path disk;
    private static Site site;

    @BeforeAll
    static void openSite() {
        files = BootFiles.copy(FOLDER.resolve("boot"));
        disk = BlankDisk.make(FOLDER.resolve("blank.raw"), UefiDisk.SIZE);
        Site.forget("changed");
        site = Site.openWithBootFiles("changed", files.folder());
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void theFirmwareRefusesAChangedShim() {
        files.changeOneByte("shimx64.efi");
        try (VirtualMachine machine = VirtualMachine.start(pc(4))) {
            machine.console().expect("Access Denied", BootMenu.LIMIT);
        }
    }

    @Test
    @Order(2)
    void shimRefusesAChangedGrub() {
        files.changeOneByte("grubx64.efi");
        try (VirtualMachine machine = VirtualMachine.start(pc(5))) {
            machine.console().expect("Security Violation|Verification failed", BootMenu.LIMIT);
        }
    }

    @Test
    @Order(3)
    void aChangedKernelIsRefused() {
        files.changeOneByte("vmlinuz");
        try (VirtualMachine machine = VirtualMachine.start(pc(6))) {
            BootMenu.expectUnknown(machine);
            BootMenu.choose(machine, "fog.reg");
            machine.console().expect("bad shim signature", BootMenu.LIMIT);
        }
    }

    @Test
    @Order(4)
    void thePortalSaysWhatWasServedLast() {
        assertThat(site.portal().diagnostics().last(pc(4).mac())).contains("shimx64.efi");
        assertThat(site.portal().diagnostics().last(pc(5).mac())).contains("grubx64.efi");
        assertThat(site.portal().diagnostics().last(pc(6).mac())).contains("vmlinuz");
        site.portal().diagnostics().awaitAdvice("(shim)", pc(4).mac(), SILENCE);
        site.portal().diagnostics().awaitAdvice("GRUB", pc(5).mac(), SILENCE);
        site.portal().diagnostics().awaitAdvice("noyau", pc(6).mac(), SILENCE);
    }

    private static Hardware pc(int number) {
        return Hardware.pc(number, Lan.tap(0), disk)
                .withFirmware(Firmware.SECURE_BOOT)
                .withMegabytes(1024);
    }
}
