package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.process.Command;
import fr.brume.test.server.BrumeServer;
import fr.brume.test.server.ServerFolder;
import fr.brume.test.server.ServerPlace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A school's machines are switched on in the same minute. The server has one processor, the machines have the other. */
class MassBootIT {
    private static final int SMALL_INITRD = 8 << 20;
    /** -Xmx of a server whose administrator has said nothing. */
    private static final double DEFAULT_HEAP = 512 << 20;

    /** Of the first 4096 machines; those that warm the server up come behind. */
    private static final String MACS = "0a:00:27:90:0";

    private static final int WARM_UP = 20;
    private static final int SLOWEST_SCRIPT = 100;

    private ServerPlace place;
    private String before;

    @BeforeEach
    void givesTheMachinesTheOtherProcessor() throws IOException {
        ServerPlace free = SharedServer.newPlace("mass");
        place = new ServerPlace(
                free.work(), free.ports(), free.address(), List.of("taskset", "-c", "0"), free.environment());
        before = processors();
        thisProcess("1");
    }

    @AfterEach
    void takesItBack() {
        thisProcess(before);
    }

    private static String processors() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    private static void thisProcess(String processors) {
        Command.run(
                "taskset",
                "-a",
                "-p",
                "-c",
                processors,
                Long.toString(ProcessHandle.current().pid()));
    }

    /** Judges what is served, not how fast: the machine that runs every test has other things to do meanwhile. */
    @Test
    void aHundredMachinesStart() throws Exception {
        starts("100 machines, 8 MiB initramfs", smallFiles(), 100, Duration.ofSeconds(9), Duration.ofSeconds(60));
    }

    @Test
    @Tag("full")
    void fiveHundredMachinesStartWithinAMinute() throws Exception {
        BootTimes times = starts(
                "500 machines, 8 MiB initramfs", smallFiles(), 500, Duration.ofSeconds(45), Duration.ofSeconds(60));
        assertThat(times.percentile(0.99)).isLessThan(SLOWEST_SCRIPT);
    }

    @Test
    @Tag("full")
    void fiveHundredMachinesStartWithTheWholeEnvironment() throws Exception {
        Path boot = ServerFolder.installation().resolve("brume/boot");
        BootTimes times =
                starts("500 machines, whole files", boot, 500, Duration.ofSeconds(45), Duration.ofMinutes(15));
        assertThat(times.percentile(0.99)).isLessThan(SLOWEST_SCRIPT);
    }

    private BootTimes starts(String name, Path boot, int machines, Duration within, Duration limit) throws Exception {
        place = place.with("BRUME_BOOT", boot.toString());
        ManyStarts warmUp;
        ManyStarts starts;
        Duration took;
        double heap;
        try (BrumeServer server = BrumeServer.start(place)) {
            warmUp = new ManyStarts(WARM_UP, number -> new SimulatedPc(server, boot, 10_000 + number));
            warmUp.run(Duration.ofSeconds(4), Duration.ofMinutes(5));
            starts = new ManyStarts(machines, number -> new SimulatedPc(server, boot, number));
            took = starts.run(within, limit);
            Metrics metrics = new Metrics(server);
            assertThat(metrics.value("base_memory_maxHeap_bytes")).isLessThanOrEqualTo(DEFAULT_HEAP);
            heap = metrics.value("base_memory_usedHeap_bytes");
            assertThat(server.console()).doesNotContain("OutOfMemoryError");
        }
        assertThat(warmUp.failures()).isEmpty();
        assertThat(starts.failures()).isEmpty();
        return times(name, machines, took, heap);
    }

    private BootTimes times(String name, int machines, Duration took, double heap) throws IOException, SQLException {
        BootTimes times = BootTimes.of(place.home(), MACS);
        String line = String.format(
                "%s: %.1f s; %d boot scripts, median %d ms, p99 %d ms, slowest %d ms; heap at the end %.0f MiB%n",
                name,
                took.toMillis() / 1000.0,
                times.count(),
                times.percentile(0.5),
                times.percentile(0.99),
                times.percentile(1),
                heap / (1 << 20));
        Files.writeString(Path.of("target", "mass-boot-" + machines + ".txt"), line);
        System.out.print(line);
        assertThat(times.count()).isGreaterThanOrEqualTo(machines);
        return times;
    }

    /** The real loaders and kernel, with an initramfs of 8 MiB. */
    private Path smallFiles() throws IOException {
        Path boot = ServerFolder.installation().resolve("brume/boot");
        Path small = Files.createDirectory(place.work().resolve("boot"));
        for (String name : List.of("undionly.kpxe", "vmlinuz", "environment.sha256")) {
            Files.copy(boot.resolve(name), small.resolve(name));
        }
        try (RandomAccessFile initrd =
                new RandomAccessFile(small.resolve("initrd.img").toFile(), "rw")) {
            initrd.setLength(SMALL_INITRD);
        }
        return small;
    }
}
