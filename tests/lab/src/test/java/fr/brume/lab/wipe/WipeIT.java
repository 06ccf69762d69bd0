package fr.brume.lab.wipe;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each wipe from the portal's confirmation to the bytes on the disk. QEMU takes the discards of these disks and forgets them: what
 * was there is still read back, as from a disk that promises more than it does.
 */
@Tag("full")
class WipeIT {
    private static final Duration TASK = Duration.ofMinutes(12);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Path FOLDER = LabFolder.of("wipe");
    private static final String HOST = "vieux";
    private static final long EDGE = 4L << 20;
    /** Amid the disk, and not at the beginning of any block. */
    private static final long BAD_SECTOR = 100_003;

    private static Site site;

    @BeforeAll
    static void openSite() {
        Site.forget("wipe");
        site = Site.open("wipe");
        site.portal().createHost(HOST, hardware(null).mac(), "");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void aFastWipeTakesTablesAndEnds() {
        FilledDisk disk = FilledDisk.make(FOLDER.resolve("fast.raw"));
        String result = wipe("WIPE_FAST", disk.file(), "Achevée");
        assertThat(disk.zero(0, FilledDisk.FIRST + EDGE)).isTrue();
        assertThat(disk.zero(FilledDisk.LAST - EDGE, FilledDisk.LAST)).isTrue();
        assertThat(disk.zero(FilledDisk.SIZE - EDGE, FilledDisk.SIZE)).isTrue();
        assertThat(disk.zero(FilledDisk.FIRST + EDGE, FilledDisk.LAST - EDGE)).isFalse();
        assertThat(result).contains("n’a pas été réécrit");
    }

    @Test
    void aNormalWipeOverwritesWhereADiscardDoesNotReadBackZero() {
        FilledDisk disk = FilledDisk.make(FOLDER.resolve("normal.raw"));
        String result = wipe("WIPE_NORMAL", disk.file(), "Achevée");
        assertThat(disk.zero(0, FilledDisk.SIZE)).isTrue();
        assertThat(result).contains("abandonner tous ses blocs", "ne sont pas relus nuls", "Tout le disque a été relu");
    }

    @Test
    void aFullWipeLeavesZeros() {
        FilledDisk disk = FilledDisk.make(FOLDER.resolve("full.raw"));
        String result = wipe("WIPE_FULL", disk.file(), "Achevée");
        assertThat(disk.zero(0, FilledDisk.SIZE)).isTrue();
        assertThat(result).contains("octets aléatoires", "Tout le disque a été relu");
    }

    @Test
    void aDiskThatFailsAmidTheWipeIsReportedWithThePlace() {
        FilledDisk disk = FilledDisk.make(FOLDER.resolve("failing.raw"));
        String result = wipe("WIPE_NORMAL", FailingDisk.of(disk.file(), BAD_SECTOR), "Échouée");
        Matcher place = Pattern.compile("refuse l’écriture à l’octet (\\d+) \\(secteur (\\d+)\\)")
                .matcher(result);
        assertThat(place.find()).as(result).isTrue();
        assertThat(Long.parseLong(place.group(2))).isBetween(BAD_SECTOR - 7, BAD_SECTOR);
        assertThat(disk.zero(0, FilledDisk.SIZE)).isFalse();
    }

    private static String wipe(String type, Path disk, String state) {
        site.portal().tasks().startAdvanced(HOST, type, HOST);
        try (VirtualMachine machine = VirtualMachine.start(hardware(disk))) {
            machine.awaitEnd(TASK);
        }
        assertThat(site.portal().tasks().history(HOST, SOON)).contains(state);
        return site.portal().tasks().result(HOST);
    }

    private static Hardware hardware(Path disk) {
        return Hardware.pc(6, Lan.tap(0), disk == null ? Path.of("none") : disk);
    }
}
