package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WithheldDiskTest {
    private static final int BYTES = 3 << 20;

    @Test
    void givesBackWhatWasWrittenAndWritesTheEndsLast() throws FailureException {
        MemoryDisk disk = new MemoryDisk(BYTES);
        WithheldDisk withheld = new WithheldDisk(disk);
        byte[] content = new byte[BYTES];
        Random random = new Random(3);
        random.nextBytes(content);
        for (int at = 0; at < BYTES; ) {
            int length = Math.min(1 + random.nextInt(700_000), BYTES - at);
            withheld.write(at, ByteBuffer.wrap(content, at, length));
            at += length;
        }
        assertThat(Arrays.copyOf(disk.content, 1 << 20))
                .as("the head before the release")
                .containsOnly(0);
        assertThat(Arrays.copyOfRange(disk.content, 2 << 20, BYTES))
                .as("the tail before the release")
                .containsOnly(0);
        for (Disk same : new Disk[] {withheld, withheld.over(disk)}) {
            ByteBuffer back = ByteBuffer.allocate(BYTES);
            same.read(0, back);
            assertThat(back.array()).isEqualTo(content);
        }

        disk.told.clear();
        withheld.release();
        assertThat(disk.content).isEqualTo(content);
        assertThat(disk.told)
                .containsExactly("write 2097152..3145728", "write 512..1048576", "flush", "write 0..512", "flush");
    }

    @Test
    void ofAPartitionOnlyItsEndsAreWithheld() throws FailureException {
        MemoryDisk disk = new MemoryDisk(16 * 512);
        WithheldDisk withheld = new WithheldDisk(new Stretch(disk, 4 * 512, 8 * 512), 2 * 512, 512);
        byte[] content = new byte[16 * 512];
        new Random(4).nextBytes(content);
        withheld.write(0, ByteBuffer.wrap(content));
        ByteBuffer back = ByteBuffer.allocate(content.length);
        withheld.read(0, back);
        assertThat(back.array()).isEqualTo(content);
        byte[] seen = content.clone();
        Arrays.fill(seen, 4 * 512, 6 * 512, (byte) 0);
        Arrays.fill(seen, 11 * 512, 12 * 512, (byte) 0);
        assertThat(disk.content).isEqualTo(seen);

        disk.told.clear();
        withheld.release();
        assertThat(disk.content).isEqualTo(content);
        assertThat(disk.told)
                .containsExactly("write 5632..6144", "write 2560..3072", "flush", "write 2048..2560", "flush");
    }

    @Test
    void aDiskSmallerThanBothEndsIsWithheldWhole() throws FailureException {
        MemoryDisk disk = new MemoryDisk(4096);
        WithheldDisk withheld = new WithheldDisk(disk);
        byte[] content = new byte[4096];
        Arrays.fill(content, (byte) 7);
        withheld.write(0, ByteBuffer.wrap(content));
        assertThat(disk.content).containsOnly(0);
        withheld.release();
        assertThat(disk.content).containsOnly(7);
    }
}
