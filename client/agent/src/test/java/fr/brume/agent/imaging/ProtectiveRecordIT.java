package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protective record of a GPT on disks of several sizes: its entry covers what it can of the disk, not of the source. */
class ProtectiveRecordIT extends ImagingTest {
    private static final long SOURCE = 256L << 20;

    private CaptureRequest image;

    @BeforeEach
    void capture() throws Exception {
        String device = SourceDisks.gpt(lab, folder.resolve("source"), SOURCE);
        lab.shell("head -c 446 /dev/urandom | dd of=" + device + " conv=notrunc status=none; sync");
        image = lab.capture(device, SOURCE, 0);
    }

    @Test
    void coversALargerDisk() throws Exception {
        assertCovers(300L << 20, (300L << 20) / 512 - 1);
    }

    @Test
    void coversTwoTebibytesOfALargerOne() throws Exception {
        assertCovers(3L << 40, 0xFFFFFFFFL);
    }

    private void assertCovers(long bytes, long sectors) throws Exception {
        Path file = folder.resolve("target");
        String target = lab.disk(file, bytes);
        lab.deploy(image, target, bytes, 0);

        ByteBuffer record = first(file);
        assertThat(record.slice(0, 446))
                .isEqualTo(first(folder.resolve("source")).slice(0, 446));
        assertThat(record.getInt(446 + 8)).as("first sector").isEqualTo(1);
        assertThat(Integer.toUnsignedLong(record.getInt(446 + 12))).isEqualTo(sectors);
        assertThat(lab.shell("sgdisk --verify " + target)).contains("No problems found");
    }

    private static ByteBuffer first(Path disk) throws Exception {
        try (InputStream in = Files.newInputStream(disk)) {
            return ByteBuffer.wrap(in.readNBytes(512)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
