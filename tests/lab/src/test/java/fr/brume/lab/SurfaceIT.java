package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.FailingDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The surface test of a disk of which one sector cannot be read names that sector and reads all the others. */
@Tag("full")
class SurfaceIT {
    private static final Duration TASK = Duration.ofMinutes(12);
    private static final Path FOLDER = LabFolder.of("surface");
    private static final String HOST = "usure";
    /** Amid the disk, and not at the beginning of any block. */
    private static final long BAD_SECTOR = 100_003;

    @Test
    void theBadSectorIsNamed() {
        Path disk = BlankDisk.make(FOLDER.resolve("worn.raw"), 96L << 20);
        Hardware hardware = Hardware.pc(7, Lan.tap(0), FailingDisk.reading(disk, BAD_SECTOR));
        Site.forget("surface");
        try (Site site = Site.open("surface")) {
            site.portal().createHost(HOST, hardware.mac(), "");
            site.portal().tasks().startAdvanced(HOST, "SURFACE_TEST", "");
            try (VirtualMachine machine = VirtualMachine.start(hardware)) {
                machine.awaitEnd(TASK);
            }
            assertThat(site.portal().tasks().history(HOST, Duration.ofMinutes(2)))
                    .contains("Achev\u00e9e");
            expectPlace(site.portal().tasks().result(HOST));
        }
    }

    /** Numbers are written with spaces between the thousands. */
    private static void expectPlace(String result) {
        String plain = result.replaceAll("(?<=\\d)[\\u00a0\\u202f ](?=\\d)", "");
        Matcher place = Pattern.compile("Les secteurs (\\d+) \u00e0 (\\d+) sont illisibles")
                .matcher(plain);
        assertThat(place.find()).as(result).isTrue();
        assertThat(BAD_SECTOR).isBetween(Long.parseLong(place.group(1)), Long.parseLong(place.group(2)));
        assertThat(Long.parseLong(place.group(2)) - Long.parseLong(place.group(1)))
                .isLessThan(8);
    }
}
