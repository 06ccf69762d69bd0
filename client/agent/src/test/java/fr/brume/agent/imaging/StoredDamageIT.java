package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One bit that flips in a stream or an index while they lie on the server, and that nobody has read again: the deploy says that the
 * image is damaged and the disk does not start, or the bit is one that goes to no disk, as those of padding and seek table.
 */
class StoredDamageIT extends ImagingTest {
    private static final int SOME = 6;
    private static final int MANY = 100;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void isNeverDeployed() throws Exception {
        deployDamaged(SOME);
    }

    @Test
    @Tag("full")
    void ofAHundredBitsIsNeverDeployed() throws Exception {
        deployDamaged(MANY);
    }

    private void deployDamaged(int times) throws Exception {
        DiskReport source = SmallDisks.gpt(lab, folder.resolve("source"));
        CaptureRequest image = lab.capture(List.of(source));
        SameDisks same = new SameDisks(lab, image, source.device());
        DiskReport target = SmallDisks.blank(lab, folder.resolve("target"));
        List<Path> files;
        try (var all = Files.list(lab.store)) {
            files = all.filter(file -> file.toString().matches(".*\\.(img|chunks)"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(6);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            // A comparison reads the block hashes too.
            ComparisonMode mode = random.nextBoolean() ? ComparisonMode.ON : ComparisonMode.OFF;
            lab.options = new ImagingOptions(mode, VerificationMode.OFF, FreeSpaceMode.KEEP, false, false, false);
            Path file = files.get(i % files.size());
            long place = (long) (random.nextDouble() * Files.size(file));
            int bit = random.nextInt(8);
            flip(file, place, bit);
            String what = "seed %d: bit %d of byte %d of %s".formatted(seed, bit, place, file.getFileName());
            refused += refused(image, target, what, same) ? 1 : 0;
            flip(file, place, bit);
        }
        assertThat(refused).isPositive();
        lab.deploy(image, List.of(target));
        same.assertSame("seed " + seed, target.device());
    }

    private boolean refused(CaptureRequest image, DiskReport target, String what, SameDisks same) throws Exception {
        try {
            lab.deploy(image, List.of(target));
            same.assertSame(what, target.device());
            return false;
        } catch (FailureException e) {
            assertThat(e.failure()).as(what).isEqualTo(Failure.IMAGE_CORRUPT);
            lab.shell("sync");
            assertThat(same.different(target.device()).isEmpty() || !SameDisks.starts(target.device()))
                    .as(what)
                    .isTrue();
            return true;
        }
    }

    private static void flip(Path file, long place, int bit) throws Exception {
        try (RandomAccessFile stored = new RandomAccessFile(file.toFile(), "rw")) {
            stored.seek(place);
            int old = stored.read();
            stored.seek(place);
            stored.write(old ^ 1 << bit);
        }
    }
}
