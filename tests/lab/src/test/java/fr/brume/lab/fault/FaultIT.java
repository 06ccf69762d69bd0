package fr.brume.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.Growth;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
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
 * The server is killed in the middle of a capture while a former version is in use. Each step stands on
 * the one before it.
 */
@ExtendWith(Steps.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration IMAGING = Duration.ofMinutes(12);
    private static final Duration NOTICED = Duration.ofSeconds(60);
    private static final String LOST = "Connexion perdue";
    /** Half of the image: the second of its partitions is under way. */
    private static final long HALF = 90L << 20;
    /** Regions that were on their way when the server died, and what is said besides. */
    private static final long UNDER_WAY = 40L << 20;

    private static final Path FOLDER = LabFolder.of("fault");

    private static SourceDisk source;
    private static Hardware first;
    private static FaultSite site;
    private static StoredImage image;

    @BeforeAll
    static void openSite() {
        source = SourceDisk.make(FOLDER);
        first = Hardware.pc(1, Lan.tap(0), source.disk());
        site = FaultSite.open("fault");
        image = site.image("Reprise");
        site.host("source", first, "Reprise");
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
            Growth.await(image.folder(), HALF, START);
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
}
