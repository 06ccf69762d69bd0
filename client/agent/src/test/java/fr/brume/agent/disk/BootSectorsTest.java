package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BootSectorsTest {
    private static final int DISK = 64 * 512;
    private static final int GAP_END = 8 * 512;

    private final MemoryDisk source = new MemoryDisk(DISK);
    private final MemoryDisk target = new MemoryDisk(DISK);
    private final PartitionTable dos = table("label: dos\n/dev/sda1 : start=8, size=16, type=7\n");
    private final PartitionTable gpt = table("label: gpt\n/dev/sda1 : start=34, size=16, type=AA\n");

    @BeforeEach
    void fill() {
        new Random(3).nextBytes(source.content);
        Arrays.fill(source.content, 446, 510, (byte) 0);
        Arrays.fill(target.content, (byte) 0x11);
        Arrays.fill(target.content, 446, 510, (byte) 0);
    }

    @Test
    void bringsTheWholeSectorWithItsCylindersAndTheGapButNoPartition() throws FailureException {
        entry(source, 0, 0x80, 0xABCDEF, 7, 8, 16);
        entry(target, 0, 0, 0x123456, 7, 8, 16);

        byte[] saved = BootSectors.read(source, dos);
        BootSectors.write(target, dos, saved, DISK);

        assertThat(saved).hasSize(GAP_END);
        assertThat(Arrays.copyOf(target.content, GAP_END)).isEqualTo(saved);
        assertThat(Arrays.copyOfRange(target.content, GAP_END, DISK)).containsOnly(0x11);
    }

    @Test
    void writesSectorZeroWhenTheGapIsOnTheMedium() throws FailureException {
        byte[] saved = BootSectors.read(source, dos);
        BootSectors.write(target, dos, saved, DISK);

        assertThat(target.told).containsExactly("write 512..4096", "flush", "write 0..512", "flush");
    }

    @Test
    void keepsATableWhosePartitionsLieElsewhere() throws FailureException {
        entry(source, 0, 0, 0xABCDEF, 7, 8, 16);
        entry(target, 0, 0, 0x123456, 7, 8, 20);

        assertTableKept(dos, DISK);
    }

    @Test
    void bringsTheProtectiveRecordAsItWas() throws FailureException {
        entry(source, 0, 0, 0x0200, 0xEE, 1, 0xFFFFFFFF);
        entry(target, 0, 0, 0x0200, 0xEE, 1, 63);

        BootSectors.write(target, gpt, source.content, DISK);

        assertThat(Arrays.copyOf(target.content, 512)).isEqualTo(Arrays.copyOf(source.content, 512));
        assertThat(target.told).containsExactly("write 0..512", "flush");
    }

    @Test
    void theProtectiveEntryOfAnotherSizeIsThatOfTheDisk() throws FailureException {
        entry(source, 0, 0, 0x0200, 0xEE, 1, 31);
        entry(target, 0, 0, 0x0200, 0xEE, 1, 63);

        assertTableKept(gpt, DISK / 2);
    }

    @Test
    void aHybridRecordStaysHybridOnAnotherSize() throws FailureException {
        entry(source, 0, 0, 0x0200, 0xEE, 1, 33);
        entry(source, 1, 0x80, 0x0300, 7, 34, 16);
        entry(target, 0, 0, 0x0200, 0xEE, 1, 63);

        BootSectors.write(target, gpt, source.content, DISK / 2);

        assertThat(Arrays.copyOf(target.content, 512)).isEqualTo(Arrays.copyOf(source.content, 512));
    }

    /** All of sector 0 comes from the source, but not the four entries. */
    private void assertTableKept(PartitionTable table, long sourceBytes) throws FailureException {
        byte[] expected = Arrays.copyOf(source.content, 512);
        System.arraycopy(target.content, 446, expected, 446, 64);

        BootSectors.write(target, table, Arrays.copyOf(source.content, GAP_END), sourceBytes);

        assertThat(Arrays.copyOf(target.content, 512)).isEqualTo(expected);
    }

    private static void entry(MemoryDisk disk, int index, int status, int cylinders, int type, int start, int sectors) {
        ByteBuffer.wrap(disk.content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(446 + 16 * index)
                .putInt(cylinders << 8 | status)
                .putInt(~cylinders << 8 | type)
                .putInt(start)
                .putInt(sectors);
    }

    private static PartitionTable table(String text) {
        try {
            return PartitionTable.parse("/dev/sda", text);
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }
}
