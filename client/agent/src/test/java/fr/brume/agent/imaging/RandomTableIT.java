package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.DiskReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks with random tables, random maps of used blocks and partitions of odd places and lengths come back as they were. */
class RandomTableIT {
    private static final int SOME = 3;
    private static final int MANY = 100;

    @TempDir
    Path folder;

    @Test
    void some() throws Exception {
        for (int i = 0; i < SOME; i++) {
            comesBack(System.nanoTime());
        }
    }

    @Test
    @Tag("full")
    void many() throws Exception {
        for (int i = 0; i < MANY; i++) {
            comesBack(System.nanoTime());
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
