package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred bits that flip on the disk after they were written: every one is found, and put right where that is wanted. */
class VerificationIT extends ImagingTest {
    private static final long BYTES = 256L << 20;
    private static final int FLIPS = 100;
    /** A block of the hash list, compressed, and its share of what is said about it. */
    private static final long BLOCK = 68 << 10;
    /** A piece of one of them, the marks of the others, and the hash list of its region. */
    private static final long PIECE = 16 << 10;
    /** Blocks at the ends of partitions, which every deploy takes away first. */
    private static final int ERASED = 4 * 4;

    private final Random random = new Random(20);
    private CaptureRequest image;
    private Path file;
    private String target;
    private boolean flipped;

    @BeforeEach
    void start() throws Exception {
        String source = SourceDisks.gpt(lab, folder.resolve("source"), BYTES);
        image = lab.capture(source, BYTES, 0);
        file = folder.resolve("target");
        target = lab.disk(file, BYTES);
        lab.around = disks -> TroubledDisks.changing(disks, this::flipOnce);
    }

    @Test
    void areRepairedByTheirPiecesAlone() throws Exception {
        flipped = true;
        deploy(VerificationMode.REPAIR);
        long sound = lab.wireBytes;
        flipped = false;
        deploy(VerificationMode.REPAIR);
        assertThat(flipped).isTrue();
        assertThat(lab.wireBytes - sound).as("bytes fetched again").isBetween(1L, FLIPS * PIECE);
        assertAsCaptured();
    }

    /** The disk of a machine that has run for a year: what has decayed is fetched, tables and boot code are written anyhow. */
    @Test
    void ofADecayedDiskArePutRightByTheNextDeploy() throws Exception {
        flipped = true;
        deploy(VerificationMode.OFF);
        long whole = lab.wireBytes;
        flip();
        for (long place : new long[] {100, 600, 1100, BYTES - 5000, BYTES - 500}) {
            flip(place);
        }
        lab.options = new ImagingOptions(
                ComparisonMode.AUTOMATIC, VerificationMode.OFF, FreeSpaceMode.KEEP, false, false, false);
        lab.deploy(image, target, BYTES, 0);
        assertThat(lab.wireBytes).as("of " + whole).isLessThan(whole / 100 + (FLIPS + ERASED) * BLOCK);
        assertAsCaptured();
        assertThat(lab.shell("sgdisk --verify " + target)).contains("No problems found");
    }

    private void assertAsCaptured() throws Exception {
        try (RandomAccessFile was =
                        new RandomAccessFile(folder.resolve("source").toFile(), "r");
                RandomAccessFile is = new RandomAccessFile(target, "r")) {
            for (int sector : UsedSectors.of(image, lab.store).stream().toArray()) {
                assertThat(bytes(is, sector)).as("sector " + sector).isEqualTo(bytes(was, sector));
            }
        }
    }

    private static byte[] bytes(RandomAccessFile disk, long sector) throws Exception {
        byte[] bytes = new byte[512];
        disk.seek(sector * 512);
        disk.readFully(bytes);
        return bytes;
    }

    @Test
    void failTheTaskWithThePlace() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> deploy(VerificationMode.ON))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_NOT_KEPT))
                .satisfies(e -> assertThat(e.arguments().get(0)).isEqualTo(target));
    }

    private void deploy(VerificationMode mode) throws Exception {
        lab.options = new ImagingOptions(ComparisonMode.OFF, mode, FreeSpaceMode.KEEP, false, false, false);
        lab.deploy(image, target, BYTES, 0);
    }

    private synchronized void flipOnce() {
        TaskProgress progress = lab.progress;
        if (!flipped && progress.snapshot().phase() == Phase.VERIFYING) {
            flipped = true;
            try {
                flip();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void flip() throws Exception {
        int[] sectors = UsedSectors.of(image, lab.store).stream().toArray();
        for (int i = 0; i < FLIPS; i++) {
            flip((long) sectors[random.nextInt(sectors.length)] * 512 + random.nextInt(512));
        }
    }

    private void flip(long place) throws Exception {
        try (RandomAccessFile disk = new RandomAccessFile(target, "rw")) {
            disk.seek(place);
            int old = disk.read();
            disk.seek(place);
            disk.write(old ^ 1 << random.nextInt(8));
            disk.getFD().sync();
        }
    }
}
