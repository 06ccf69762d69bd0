package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks with random tables, random maps of used blocks and partitions of odd places and lengths come back as they were, or, on disks
 * of other sizes, with their partitions inside of the disk and apart from each other.
 */
class RandomTableIT {
    /** The same tables each time; the many are others in every run. */
    private static final int SOME = 4;

    private static final int MANY = 40;

    @TempDir
    Path folder;

    @Test
    void some() throws Exception {
        for (int seed = 0; seed < SOME; seed++) {
            comesBack(seed);
        }
    }

    @Test
    @Tag("full")
    void many() throws Exception {
        for (int i = 0; i < MANY; i++) {
            comesBack(System.nanoTime());
        }
    }

    @Test
    void someOntoOtherSizes() throws Exception {
        for (int seed = 0; seed < SOME; seed++) {
            fits(seed);
        }
    }

    @Test
    @Tag("full")
    void manyOntoOtherSizes() throws Exception {
        for (int i = 0; i < MANY; i++) {
            fits(System.nanoTime());
        }
    }

    /** Onto a disk that is larger, or smaller: what fits is whole there, what does not leaves the disk as it was. */
    private void fits(long seed) throws Exception {
        Path place = Files.createDirectory(folder.resolve("seed" + seed));
        Random random = new Random(seed);
        try (ImagingLab lab = new ImagingLab(Files.createDirectory(place.resolve("store")))) {
            RandomDisk disk = new RandomDisk(random, lab);
            try {
                DiskReport source = disk.make(place.resolve("source"));
                lab.imageType = 1;
                CaptureRequest image = lab.capture(List.of(source));
                DiskReport target = disk.otherSize(place.resolve("target"));
                if (deployed(lab, image, target)) {
                    new FittedDisk(lab, image, source, target).assertFits();
                } else {
                    assertThat(lab.shell("tr -d '\\0' < " + target.device() + " | wc -c")
                                    .strip())
                            .isEqualTo("0");
                }
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + "\n" + disk.script(), e);
            }
        }
        forget(place);
    }

    private static boolean deployed(ImagingLab lab, CaptureRequest image, DiskReport target) throws Exception {
        try {
            lab.deploy(image, List.of(target));
            return true;
        } catch (FailureException e) {
            assertThat(e.failure()).isIn(Failure.DISK_TOO_SMALL, Failure.CANNOT_SHRINK, Failure.NOT_ENOUGH_SCRATCH);
            assertThat(target.bytes()).isLessThan(RandomDisk.BYTES);
            return false;
        }
    }

    private void comesBack(long seed) throws Exception {
        Path place = Files.createDirectory(folder.resolve("seed" + seed));
        Random random = new Random(seed);
        try (ImagingLab lab = new ImagingLab(Files.createDirectory(place.resolve("store")))) {
            RandomDisk disk = new RandomDisk(random, lab);
            try {
                DiskReport source = disk.make(place.resolve("source"));
                String before = lab.shell("sha256sum < " + place.resolve("source"));
                CaptureRequest image = lab.capture(List.of(source));
                assertThat(lab.shell("sha256sum < " + place.resolve("source"))).isEqualTo(before);
                DiskReport target = disk.target(place.resolve("target"));
                lab.deploy(image, List.of(target));
                new SameDisks(lab, image, source.device()).assertSame("seed " + seed, target.device());
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + "\n" + disk.script(), e);
            }
        }
        forget(place);
    }

    private static void forget(Path place) throws Exception {
        Files.delete(place.resolve("source"));
        Files.delete(place.resolve("target"));
    }
}
