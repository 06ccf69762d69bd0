package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that dies in a deploy and is started again looks at its disk, and does not fetch again what is there. */
class ResumeIT extends ImagingTest {
    private static final long BYTES = 256L << 20;
    /** What a deploy erases at the ends of disk and partitions before it writes them again. */
    private static final long ERASED = 4L << 20;

    private CaptureRequest image;
    private long whole;

    @BeforeEach
    void start() throws Exception {
        image = lab.capture(SourceDisks.gpt(lab, folder.resolve("source"), BYTES), BYTES, 0);
        String target = lab.disk(folder.resolve("target"), BYTES);
        lab.deploy(image, target, BYTES, 0);
        whole = lab.wireBytes;
    }

    @Test
    void afterTenPercent() throws Exception {
        goesOnAfter(10);
    }

    @Test
    void afterHalf() throws Exception {
        goesOnAfter(50);
    }

    @Test
    void afterNinetyPercent() throws Exception {
        goesOnAfter(90);
    }

    private void goesOnAfter(int percent) throws Exception {
        String target = lab.disk(folder.resolve("target" + percent), BYTES);
        AtomicLong left = new AtomicLong(erased() + percent * used() / 100);
        lab.around = disks -> TroubledDisks.dying(disks, left);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.deploy(image, target, BYTES, 0))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));

        lab.around = disks -> disks;
        lab.progress = new TaskProgress(System::nanoTime);
        lab.deploy(image, target, BYTES, 0);
        assertThat(lab.wireBytes)
                .as("fetched by the second start, of " + whole)
                .isLessThan(whole * (100 - percent) / 100 + whole / 100 + ERASED);
        assertThat(lab.progress.snapshot().phase()).isEqualTo(Phase.FINISHING);
        assertThat(sectors(target)).isEqualTo(sectors(folder.resolve("source").toString()));
    }

    /** What a deploy onto a blank disk writes before the data: a mebibyte of zeros at each end of the disk and its partitions. */
    private long erased() {
        return (image.manifest().disks().get(0).partitions().size() + 1) * (2L << 20);
    }

    private long used() {
        return image.manifest().disks().get(0).partitions().stream()
                .mapToLong(partition -> partition.usedBytes())
                .sum();
    }

    /** A digest of all that the image uses. */
    private String sectors(String disk) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        java.util.BitSet used = UsedSectors.of(image, lab.store);
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(disk, "r")) {
            for (int from = used.nextSetBit(0); from >= 0; ) {
                int end = used.nextClearBit(from);
                byte[] bytes = new byte[(end - from) * UsedSectors.SECTOR];
                file.seek((long) from * UsedSectors.SECTOR);
                file.readFully(bytes);
                digest.update(bytes);
                from = used.nextSetBit(end);
            }
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }
}
