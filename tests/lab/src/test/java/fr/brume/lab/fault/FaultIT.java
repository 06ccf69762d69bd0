package fr.brume.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.BootMarker;
import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.DiskJudge;
import fr.brume.lab.disk.Growth;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Steps;
import fr.brume.test.process.Await;
import fr.brume.test.process.Command;
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
 * One image and one target live through a server killed in the middle of a capture and of a deploy, a cancelled deploy,
 * a disk too small and a full store. From the fourth step on the site speaks English. Each step stands on the one
 * before it.
 */
@ExtendWith(Steps.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultIT {
    /** From the power button to half of the image: a minute without anything else to do. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration IMAGING = Duration.ofMinutes(12);
    private static final Duration NOTICED = Duration.ofMinutes(2);
    private static final String LOST = "Connexion perdue";
    /** Half of the image: the second of its partitions is under way. */
    private static final long HALF = 90L << 20;
    /** Regions that were on their way when the server died, and what is said besides. */
    private static final long UNDER_WAY = 40L << 20;

    /** So much of a capture arrived that it was refused on the way and not at its beginning. */
    private static final long SOME = 8L << 20;

    private static final Path FOLDER = LabFolder.of("fault");

    private static SourceDisk source;
    private static Path target;
    private static Hardware first;
    private static Hardware second;
    private static FaultSite site;
    private static StoredImage image;

    @BeforeAll
    static void openSite() {
        source = SourceDisk.make(FOLDER);
        first = Hardware.pc(1, Lan.tap(0), source.disk());
        target = BlankDisk.make(FOLDER.resolve("target.raw"), SourceDisk.SIZE);
        second = Hardware.pc(2, Lan.tap(1), target);
        site = FaultSite.open("fault");
        image = site.image("Reprise");
        site.host("source", first, "Reprise");
        site.host("target", second, "Reprise");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void aFirstVersionIsCaptured() {
        site.tasks().start("source", "capture");
        try (VirtualMachine machine = VirtualMachine.start(first)) {
            machine.awaitEnd(IMAGING);
        }
        assertThat(site.history("source")).contains("Achev\u00e9e");
        assertThat(image.names()).containsExactly("current", "v0001");
    }

    @Test
    @Order(2)
    void aCaptureGoesOnBehindWhatItsKilledServerHad() {
        BulkData.add(source, FOLDER);
        String disk = Digests.of(source.disk());
        Map<String, String> former = image.digests("v0001");
        site.tasks().start("source", "capture");
        long received;
        try (VirtualMachine machine = VirtualMachine.start(first)) {
            Growth.await(image.folder(), HALF, START, machine::isOn);
            site.kill();
            received = Traffic.received();
            assertThat(image.current()).isEqualTo("v0001");
            assertThat(image.names()).doesNotContain("v0002");
            machine.console().expect(LOST, NOTICED);
            site.restart();
            assertThat(site.tasks().activeTask("source", "En cours", NOTICED)).contains("Reprise");
            assertThat(image.current()).isEqualTo("v0001");
            machine.awaitEnd(IMAGING);
        }
        received = Traffic.received() - received;
        assertThat(site.history("source")).contains("Achev\u00e9e");
        assertThat(image.names()).containsExactly("current", "v0001", "v0002");
        assertThat(image.current()).isEqualTo("v0002");
        assertThat(image.digests("v0001")).isEqualTo(former);
        assertThat(received).isLessThan(image.bytes("v0002") - HALF + UNDER_WAY);
        assertThat(Digests.of(source.disk())).isEqualTo(disk);
    }

    @Test
    @Order(3)
    void aDeployGoesOnBehindWhatItHad() {
        site.tasks().start("target", "deploy");
        long sent;
        try (VirtualMachine machine = VirtualMachine.start(second)) {
            Growth.await(target, HALF, START, machine::isOn);
            site.kill();
            sent = Traffic.sent();
            machine.console().expect(LOST, NOTICED);
            assertThat(machine.isOn()).isTrue();
            site.restartInEnglish();
            assertThat(site.tasks().activeTask("target", "En cours", NOTICED)).contains("Reprise");
            machine.awaitEnd(IMAGING);
        }
        sent = Traffic.sent() - sent;
        assertThat(site.history("target")).contains("Achev\u00e9e");
        assertThat(sent).isLessThan(image.bytes("v0002") - HALF + UNDER_WAY);
        assertThat(DiskJudge.table(target)).isEqualTo(DiskJudge.table(source.disk()));
        assertThat(DiskJudge.firstSector(target)).isEqualTo(DiskJudge.firstSector(source.disk()));
        assertThat(files(target)).isEqualTo(files(source.disk()));
    }

    @Test
    @Order(4)
    void aCancelledDeployStops() {
        // A disk that has the image already would leave nothing to transfer.
        BlankDisk.make(target, SourceDisk.SIZE);
        site.tasks().start("target", "deploy");
        try (VirtualMachine machine = VirtualMachine.start(second)) {
            machine.console().expect("transfer", START);
            site.tasks().cancel("target");
            machine.console().expect("The task was cancelled", NOTICED);
            machine.awaitEnd(NOTICED);
        }
        assertThat(site.history("target")).contains("Annul\u00e9e");
    }

    @Test
    @Order(5)
    void whatACancelledDeployLeftDoesNotStart() {
        Path blank = BlankDisk.make(FOLDER.resolve("blank.raw"), SourceDisk.SIZE);
        assertThat(DiskJudge.firstSector(target)).isEqualTo(DiskJudge.firstSector(blank));
        assertThat(DiskJudge.hasTable(target)).isFalse();
        try (VirtualMachine machine = VirtualMachine.start(second)) {
            BootMenu.expectNoSystem(machine, "target");
            assertThat(machine.console().all()).doesNotContain(BootMarker.TEXT);
        }
    }

    @Test
    @Order(6)
    void aSmallerDiskIsRefusedBeforeTheFirstWrite() {
        Path small = FOLDER.resolve("small.raw");
        Command.run(
                "sh", "-c", "head -c 70M \"$1\" >\"$2\"", "sh", source.disk().toString(), small.toString());
        String digest = Digests.of(small);
        Hardware hardware = Hardware.pc(3, Lan.tap(0), small);
        site.host("small", hardware, "Reprise");
        site.tasks().start("small", "deploy");
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            site.expectCause(machine, "The disk is too small");
        }
        assertThat(Digests.of(small)).isEqualTo(digest);
        assertThat(site.history("small")).contains("\u00c9chou\u00e9e").contains("Le disque est trop petit");
    }

    @Test
    @Order(7)
    void aStoreThatFillsUpKeepsWhatItHasAndNothingOfTheNew() {
        StoredImage large = site.image("Trop grande");
        Hardware hardware = Hardware.pc(4, Lan.tap(0), source.disk());
        site.host("large", hardware, "Trop grande");
        String disk = Digests.of(source.disk());
        Map<String, String> former = Digests.below(image.folder());
        site.tasks().start("large", "capture");
        try (FullVolume full = site.fill();
                VirtualMachine machine = VirtualMachine.start(hardware)) {
            assertThat(full).isNotNull();
            Growth.await(large.folder(), SOME, START, machine::isOn);
            site.expectCause(machine, "The image disk of the server is full");
            Await.until(
                    "nothing is left of the capture",
                    NOTICED,
                    () -> large.names().isEmpty());
        }
        assertThat(Digests.below(image.folder())).isEqualTo(former);
        assertThat(Digests.of(source.disk())).isEqualTo(disk);
        String cause = "Le disque des images du serveur est plein";
        assertThat(site.history("large")).contains("\u00c9chou\u00e9e").contains(cause);
        assertThat(site.englishHistory("large")).contains("Failed").contains("The image disk of the server is full");
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
}
