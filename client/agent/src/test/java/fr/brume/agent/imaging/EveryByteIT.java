package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One bit that the medium does not keep, in any byte that a deploy writes: the deploy fails, and the disk does not start. */
class EveryByteIT extends ImagingTest {
    private static final int SECTOR = 512;
    private static final int MANY = 100;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private CaptureRequest image;
    private DiskReport target;

    /** What was written there. */
    private interface Part {
        /** A byte of it. */
        long place();
    }

    @BeforeEach
    void start() throws Exception {
        lab.options =
                new ImagingOptions(ComparisonMode.OFF, VerificationMode.ON, FreeSpaceMode.KEEP, false, false, false);
        target = SmallDisks.blank(lab, folder.resolve("target"));
    }

    @Test
    void ofADosDisk() throws Exception {
        flip(dos(), 1);
    }

    @Test
    void ofAGpt() throws Exception {
        flip(gpt(), 1);
    }

    @Test
    void ofADiskWithoutTable() throws Exception {
        flip(whole(), 1);
    }

    @Test
    @Tag("full")
    void aHundredOfADosDisk() throws Exception {
        flip(dos(), MANY);
    }

    @Test
    @Tag("full")
    void aHundredOfAGpt() throws Exception {
        flip(gpt(), MANY);
    }

    @Test
    void ofASwapAreaThatIsDeployedAlone() throws Exception {
        dos();
        lab.deploy(image, List.of(target));
        lab.partitionChoice = 4;
        lab.around = disks -> TroubledDisks.flipped(disks, (26624L << 9) + 1040, 3);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.deploy(image, List.of(target)))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_NOT_KEPT));
    }

    private Map<String, Part> dos() throws Exception {
        image = lab.capture(List.of(SmallDisks.dos(lab, folder.resolve("source"))));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("boot code", within(0, 446));
        parts.put("table", within(446, 66));
        parts.put("behind the table", within(SECTOR, 2047 * SECTOR));
        parts.put("first extended record", within(30720L << 9, SECTOR));
        parts.put("second extended record", extendedRecord());
        parts.put("swap header", within(26624L << 9, 4096));
        parts.put("boot sector of NTFS", within(2048L << 9, SECTOR));
        parts.put("its copy", within((2048L + 24575) << 9, SECTOR));
        parts.put("used block", used());
        return parts;
    }

    private Map<String, Part> gpt() throws Exception {
        image = lab.capture(List.of(SmallDisks.gpt(lab, folder.resolve("source"))));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("protective record", within(0, SECTOR));
        parts.put("header", within(SECTOR, SECTOR));
        parts.put("entries", within(2 * SECTOR, 128 * 128));
        parts.put("copy of the entries", within(SmallDisks.BYTES - 33 * SECTOR, 128 * 128));
        parts.put("copy of the header", within(SmallDisks.BYTES - SECTOR, SECTOR));
        parts.put("swap header", within(83968L << 9, 4096));
        parts.put("used block", used());
        return parts;
    }

    private Map<String, Part> whole() throws Exception {
        lab.imageType = 4;
        image = lab.capture(List.of(SmallDisks.gpt(lab, folder.resolve("source"))));
        return Map.of(
                "beginning", within(0, 1 << 20),
                "end", within(SmallDisks.BYTES - (1 << 20), 1 << 20),
                "middle", within(1 << 20, SmallDisks.BYTES - (2 << 20)));
    }

    private Part within(long start, long bytes) {
        return () -> start + (long) (random.nextDouble() * bytes);
    }

    private Part used() throws Exception {
        int[] sectors = UsedSectors.of(image, lab.store).stream().toArray();
        return () -> (long) sectors[random.nextInt(sectors.length)] * SECTOR + random.nextInt(SECTOR);
    }

    /** Where the first says that the second is. */
    private Part extendedRecord() throws Exception {
        String start = lab.shell("dd if=" + folder.resolve("source")
                + " bs=1 skip=$(((30720 << 9) + 470)) count=4 status=none | od -An -tu4");
        return within((30720 + Long.parseLong(start.strip())) << 9, SECTOR);
    }

    private void flip(Map<String, Part> parts, int atLeast) throws Exception {
        for (int i = 0; i < Math.max(atLeast, parts.size()); i++) {
            String name = parts.keySet().toArray(String[]::new)[i % parts.size()];
            long place = parts.get(name).place();
            int bit = random.nextInt(8);
            lab.around = disks -> TroubledDisks.flipped(disks, place, bit);
            String what = "seed %d: bit %d of byte %d, %s".formatted(seed, bit, place, name);
            assertThatExceptionOfType(FailureException.class)
                    .as(what)
                    .isThrownBy(() -> lab.deploy(image, List.of(target)))
                    .satisfies(e -> assertThat(e.failure()).as(what).isEqualTo(Failure.DISK_NOT_KEPT))
                    .satisfies(e -> assertThat(e.arguments().get(0)).isEqualTo(target.device()));
            lab.shell("sync");
            assertThat(SameDisks.starts(target.device())).as(what).isFalse();
        }
    }
}
