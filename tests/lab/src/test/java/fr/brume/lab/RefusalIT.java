package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.process.Command;
import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.SmallVolume;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cannot go well ends with its cause on the client's screen and in the portal, and harms nothing. */
class RefusalIT {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final long STORE = 48L << 20;
    private static final Path FOLDER = LabFolder.of("refusal");

    private static SourceDisk source;
    private static SmallVolume store;
    private static Site site;

    @BeforeAll
    static void openSite() {
        source = SourceDisk.make(FOLDER);
        Site.forget("refusal");
        store = SmallVolume.mount("refusal", STORE, FOLDER.resolve("home/images"));
        site = Site.open("refusal");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @Test
    void aFullServerEndsACaptureAndKeepsNothingOfIt() throws IOException {
        String path = site.portal().createImage("Trop grande", "", "Linux");
        Hardware hardware = Hardware.pc(6, Lan.tap(0), source.disk());
        site.portal().createHost("full", hardware.mac(), "Trop grande");
        String digest = Digests.of(source.disk());
        String cause = "Le disque des images du serveur est plein";
        run("full", hardware, cause, cause);
        assertThat(Digests.of(source.disk())).isEqualTo(digest);
        Path image = site.home().resolve("images").resolve(path);
        try (Stream<Path> left = Files.exists(image) ? Files.list(image) : Stream.empty()) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDirtyNtfsIsNotCaptured() {
        Path dirty = FOLDER.resolve("dirty.raw");
        Command.run("cp", "--sparse=always", source.disk().toString(), dirty.toString());
        try (LoopDevice ntfs = LoopDevice.of(dirty, SourceDisk.NTFS, true)) {
            Command.run("ntfsfix", ntfs.device());
        }
        String digest = Digests.of(dirty);
        site.portal().createImage("Sale", "", "Windows 10");
        Hardware hardware = Hardware.pc(7, Lan.tap(0), dirty);
        site.portal().createHost("dirty", hardware.mac(), "Sale");
        run("dirty", hardware, "NTFS de la partition 1", "pas \u00e9t\u00e9 ferm\u00e9 proprement");
        assertThat(Digests.of(dirty)).isEqualTo(digest);
    }

    @Test
    void aMachineWithoutDiskSaysSo() {
        Path none = BlankDisk.make(FOLDER.resolve("none.raw"), SourceDisk.SIZE);
        site.portal().createImage("Sans disque", "", "Linux");
        Hardware hardware = Hardware.pc(8, Lan.tap(0), none).withoutDisk();
        site.portal().createHost("nodisk", hardware.mac(), "Sans disque");
        run("nodisk", hardware, "Aucun disque", "Aucun disque");
    }

    /** Captures and expects the cause on the client's screen, where lines are broken, and in the history. */
    private static void run(String host, Hardware hardware, String onScreen, String cause) {
        site.portal().tasks().start(host, "capture");
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            machine.console().expect(onScreen, LIMIT);
            machine.console().expect("Le serveur conna\u00eet cette cause", LIMIT);
        }
        assertThat(site.portal().tasks().history(host, Duration.ofMinutes(1)))
                .contains("\u00c9chou\u00e9e")
                .contains(cause);
    }
}
