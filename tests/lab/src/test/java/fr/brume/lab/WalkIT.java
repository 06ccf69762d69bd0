package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.DiskJudge;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.PartitionEntry;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.portal.Portal;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import fr.brume.lab.site.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tutorial from the power button to the booted copy, judged by the tools of the file systems. Each step stands on
 * the one before it.
 */
@ExtendWith(Steps.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkIT {
    private static final Duration IMAGING = Duration.ofMinutes(12);
    private static final Duration START = Duration.ofMinutes(5);
    private static final String IMAGE = "Image win10";
    private static final Path FOLDER = LabFolder.of("walk");

    private static SourceDisk source;
    private static String sourceDigest;
    private static Path target;
    private static Hardware first;
    private static Hardware second;
    private static Site site;

    @BeforeAll
    static void openSite() {
        source = SourceDisk.make(FOLDER);
        sourceDigest = Digests.of(source.disk());
        target = BlankDisk.make(FOLDER.resolve("target.raw"), SourceDisk.SIZE);
        first = Hardware.pc(1, Lan.tap(0), source.disk());
        second = Hardware.pc(2, Lan.tap(1), target);
        Site.forget("walk");
        site = Site.open("walk");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void theFirstPasswordIsChangedAtTheFirstLogin() {
        Portal portal = site.portal();
        portal.dashboard();
        assertThat(portal.browser().text()).contains("Tableau de bord");
    }

    @Test
    @Order(2)
    void anUnknownMachineRegistersItself() {
        register(first);
        assertThat(site.portal().hostRow(first.digits())).contains(first.mac());
        site.portal().browser().picture("04-machines");
    }

    @Test
    @Order(3)
    void anImageIsDefinedAndGivenToTheMachine() {
        assertThat(site.portal().createImage(IMAGE, "Image windows 10 Pro - 21H2", "Windows 10"))
                .isEqualTo("Imagewin10");
        assertThat(site.portal().imageRow(IMAGE)).contains("jamais captur\u00e9e");
        site.portal().nameHost(first.digits(), "win10", IMAGE);
        assertThat(site.portal().hostRow("win10")).contains(IMAGE);
    }

    @Test
    @Order(4)
    void theMachineIsCaptured() {
        image(first, "win10", "capture");
        assertThat(site.portal().imageRow(IMAGE)).doesNotContain("jamais");
        site.portal().browser().picture("10-images-apres-capture");
    }

    @Test
    @Order(5)
    void theSourceDiskGotNotOneWrite() {
        assertThat(Digests.of(source.disk())).isEqualTo(sourceDigest);
    }

    @Test
    @Order(6)
    void theStoredFilesAreReadableWithoutBrume() {
        Path version = site.home().resolve("images/Imagewin10/v0001");
        Path disk = BlankDisk.make(FOLDER.resolve("judge.raw"), SourceDisk.SIZE);
        DiskJudge judge = new DiskJudge(FOLDER);
        try (LoopDevice ntfs = LoopDevice.of(disk, SourceDisk.NTFS, true);
                LoopDevice ext4 = LoopDevice.of(disk, SourceDisk.EXT4, true)) {
            judge.restoreWithoutBrume(version.resolve("d1p1.img"), ntfs.device());
            judge.repairBackupBootSector(ntfs.device());
            judge.restoreWithoutBrume(version.resolve("d1p2.img"), ext4.device());
            assertThat(judge.ntfs(ntfs.device(), source.ntfsDigests().keySet())).isEqualTo(source.ntfsDigests());
            assertThat(judge.ext4(ext4.device())).isEqualTo(source.ext4Digests());
        }
    }

    @Test
    @Order(7)
    void aBlankMachineRegistersAndIsNamed() {
        register(second);
        site.portal().nameHost(second.digits(), "win10_deploy", IMAGE);
        assertThat(site.portal().hostRow("win10_deploy")).contains(IMAGE);
    }

    @Test
    @Order(8)
    void theBlankMachineIsDeployed() {
        image(second, "win10_deploy", "deploy");
    }

    @Test
    @Order(9)
    void theTargetIsTheSource() {
        assertThat(DiskJudge.table(target)).isEqualTo(DiskJudge.table(source.disk()));
        assertThat(DiskJudge.firstSector(target)).isEqualTo(DiskJudge.firstSector(source.disk()));
        assertThat(files(target)).isEqualTo(files(source.disk()));
        assertThat(identity(target)).isEqualTo(identity(source.disk()));
    }

    @Test
    @Order(10)
    void theCopyStartsFromItsOwnDisk() {
        try (VirtualMachine machine = VirtualMachine.start(second)) {
            BootMenu.expectLocalBoot(machine, "win10_deploy");
        }
    }

    private static void register(Hardware hardware) {
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            BootMenu.register(machine);
        }
    }

    private static void image(Hardware hardware, String host, String icon) {
        site.portal().tasks().start(host, icon);
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            site.portal().tasks().activeTask(host, "%", START);
            site.portal().browser().picture("09-tache-active-" + icon);
            machine.awaitEnd(IMAGING);
        }
        assertThat(site.portal().tasks().history(host, Duration.ofMinutes(1))).contains("Achev\u00e9e");
    }

    private static Map<String, Map<String, String>> files(Path disk) {
        DiskJudge judge = new DiskJudge(FOLDER);
        try (LoopDevice ntfs = LoopDevice.of(disk, SourceDisk.NTFS, false);
                LoopDevice ext4 = LoopDevice.of(disk, SourceDisk.EXT4, false)) {
            return Map.of(
                    "ntfs", judge.ntfs(ntfs.device(), source.ntfsDigests().keySet()),
                    "ext4", judge.ext4(ext4.device()));
        }
    }

    private static Map<Integer, String> identity(Path disk) {
        return Map.of(
                1,
                identity(disk, SourceDisk.NTFS),
                2,
                identity(disk, SourceDisk.EXT4),
                3,
                identity(disk, SourceDisk.SWAP));
    }

    private static String identity(Path disk, PartitionEntry partition) {
        try (LoopDevice loop = LoopDevice.of(disk, partition, false)) {
            return DiskJudge.identity(loop.device());
        }
    }
}
