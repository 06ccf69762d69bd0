package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.DiskJudge;
import fr.brume.lab.disk.Growth;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.Site;
import fr.brume.lab.site.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is killed in the middle of a capture and of a deploy, and started again: nothing half-done looks done. */
@ExtendWith(Steps.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterruptionIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration IMAGING = Duration.ofMinutes(12);
    private static final long SOME = 4L << 20;
    private static final Path FOLDER = LabFolder.of("interruption");

    private static SourceDisk source;
    private static Path target;
    private static Hardware first;
    private static Hardware second;
    private static Site site;
    private static Path image;

    @BeforeAll
    static void openSite() {
        source = SourceDisk.make(FOLDER);
        target = BlankDisk.make(FOLDER.resolve("target.raw"), SourceDisk.SIZE);
        first = Hardware.pc(4, Lan.tap(0), source.disk());
        second = Hardware.pc(5, Lan.tap(1), target);
        Site.forget("interruption");
        site = Site.open("interruption");
        image = site.home().resolve("images").resolve(site.portal().createImage("Reprise", "", "Linux"));
        site.portal().createHost("source", first.mac(), "Reprise");
        site.portal().createHost("target", second.mac(), "Reprise");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void aCaptureOutlivesItsServer() throws IOException {
        site.portal().tasks().start("source", "capture");
        try (VirtualMachine machine = VirtualMachine.start(first)) {
            Growth.await(image, SOME, START);
            site.server().kill();
            assertThat(image.resolve("current")).doesNotExist();
            site.restartServer();
            machine.awaitEnd(IMAGING);
        }
        assertThat(site.portal().tasks().history("source", START)).contains("Achev\u00e9e");
        assertThat(current()).isEqualTo("v0001");
    }

    @Test
    @Order(2)
    void aDeployOutlivesItsServer() {
        site.portal().tasks().start("target", "deploy");
        try (VirtualMachine machine = VirtualMachine.start(second)) {
            Growth.await(target, SOME, START);
            site.server().kill();
            assertThat(machine.isOn()).isTrue();
            site.restartServer();
            machine.awaitEnd(IMAGING);
        }
        assertThat(site.portal().tasks().history("target", START)).contains("Achev\u00e9e");
        DiskJudge judge = new DiskJudge(FOLDER);
        assertThat(DiskJudge.table(target)).isEqualTo(DiskJudge.table(source.disk()));
        try (LoopDevice ntfs = LoopDevice.of(target, SourceDisk.NTFS, false);
                LoopDevice ext4 = LoopDevice.of(target, SourceDisk.EXT4, false)) {
            assertThat(judge.ntfs(ntfs.device(), source.ntfsDigests().keySet())).isEqualTo(source.ntfsDigests());
            assertThat(judge.ext4(ext4.device())).isEqualTo(source.ext4Digests());
        }
    }

    private static String current() throws IOException {
        return Files.readString(image.resolve("current")).strip();
    }
}
