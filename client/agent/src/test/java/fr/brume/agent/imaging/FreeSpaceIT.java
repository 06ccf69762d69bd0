package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.image.PartitionManifest;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an old user left on the disk, where the image has nothing to write. */
class FreeSpaceIT extends ImagingTest {
    private static final long BYTES = 256L << 20;

    private CaptureRequest image;
    private String target;

    @BeforeEach
    void start() throws Exception {
        image = lab.capture(SourceDisks.gpt(lab, folder.resolve("source"), BYTES), BYTES, 0);
        target = lab.disk(folder.resolve("target"), BYTES);
        lab.shell(
                "dd if=<(yes secret) of=" + target + " bs=1M iflag=fullblock count=256 conv=notrunc status=none; sync");
    }

    @Test
    void isZeroToTheLastSector() throws Exception {
        assertThat(left(FreeSpaceMode.ZERO)).isZero();
    }

    @Test
    void isDiscardedButForShortStretches() throws Exception {
        assertThat(left(FreeSpaceMode.DISCARD)).isPositive().isLessThan(20_000);
    }

    @Test
    void staysWhenThatIsWanted() throws Exception {
        assertThat(left(FreeSpaceMode.KEEP)).isGreaterThan(200_000);
    }

    /** Sectors of the partitions that the image does not use and that still hold the secret. */
    private int left(FreeSpaceMode mode) throws Exception {
        lab.options = new ImagingOptions(ComparisonMode.OFF, VerificationMode.ON, mode, false, false, false);
        lab.deploy(image, target, BYTES, 0);
        BitSet used = UsedSectors.of(image, lab.store);
        int left = 0;
        try (RandomAccessFile disk = new RandomAccessFile(target, "r")) {
            byte[] sector = new byte[UsedSectors.SECTOR];
            for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
                int first = (int) (partition.start() / sector.length);
                int end = first + (int) (partition.bytes() / sector.length);
                for (int free = used.nextClearBit(first); free < end; free = used.nextClearBit(free + 1)) {
                    disk.seek((long) free * sector.length);
                    disk.readFully(sector);
                    left += new String(sector, StandardCharsets.ISO_8859_1).contains("secret") ? 1 : 0;
                }
            }
        }
        return left;
    }
}
