package fr.brume.agent.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class MovedBootSectorTest {
    private static final int START = 64 << 10;

    private final MemoryDisk disk = new MemoryDisk(1 << 20);
    private final ByteBuffer content = ByteBuffer.wrap(disk.content).order(ByteOrder.LITTLE_ENDIAN);

    @Test
    void bothBootSectorsOfFat32GetTheFirstSector() throws FailureException {
        content.putShort(START + 0x32, (short) 6);
        MovedBootSector.repair(disk, "vfat", START);
        assertThat(content.getInt(START + 0x1C)).isEqualTo(128);
        assertThat(content.getInt(START + 6 * 512 + 0x1C)).isEqualTo(128);
    }

    @Test
    void fat16HasNoSecondOne() throws FailureException {
        content.putShort(START + 0x16, (short) 100).putShort(START + 0x32, (short) 6);
        MovedBootSector.repair(disk, "vfat", START);
        assertThat(content.getInt(START + 0x1C)).isEqualTo(128);
        assertThat(content.getInt(START + 6 * 512 + 0x1C)).isZero();
    }

    @Test
    void exfatGetsItsOffsetAndTheChecksumOfBothRegions() throws FailureException {
        content.put(START + 0x6C, (byte) 9).putLong(START + 0x40, 2048);
        content.put(START + 12 * 512 + 0x6C, (byte) 9).putLong(START + 12 * 512 + 0x40, 2048);
        MovedBootSector.repair(disk, "exfat", START);
        for (int region : new int[] {START, START + 12 * 512}) {
            assertThat(content.getLong(region + 0x40)).isEqualTo(128);
            int sum = content.getInt(region + 11 * 512);
            assertThat(sum).isNotZero().isEqualTo(content.getInt(region + 12 * 512 - 4));
        }
    }
}
