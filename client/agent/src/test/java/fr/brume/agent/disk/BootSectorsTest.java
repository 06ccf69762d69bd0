package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.FailureException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootSectorsTest {
    private final MemoryDisk source = new MemoryDisk(64 * 512);
    private final MemoryDisk target = new MemoryDisk(64 * 512);

    @Test
    void bringsBootCodeAndGapButNeitherTableNorPartition() throws FailureException {
        new Random(3).nextBytes(source.content);
        Arrays.fill(target.content, (byte) 0x11);
        PartitionTable table = PartitionTable.parse("/dev/sda", "label: dos\n/dev/sda1 : start=8, size=16, type=7\n");

        byte[] saved = BootSectors.read(source, table);
        BootSectors.write(target, table, saved);

        assertThat(saved).hasSize(8 * 512);
        assertThat(Arrays.copyOf(target.content, 440)).isEqualTo(Arrays.copyOf(source.content, 440));
        assertThat(Arrays.copyOfRange(target.content, 440, 512)).containsOnly(0x11);
        assertThat(Arrays.copyOfRange(target.content, 512, 8 * 512))
                .isEqualTo(Arrays.copyOfRange(source.content, 512, 8 * 512));
        assertThat(Arrays.copyOfRange(target.content, 8 * 512, 64 * 512)).containsOnly(0x11);
    }
}
