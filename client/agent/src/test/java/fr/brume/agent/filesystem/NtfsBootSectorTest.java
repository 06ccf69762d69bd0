package fr.brume.agent.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.protocol.fault.FailureException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NtfsBootSectorTest {
    private final MemoryDisk disk = new MemoryDisk(64 * 512);

    @Test
    void setsTheHiddenSectorsAndCopiesTheSectorToTheEnd() throws FailureException {
        Arrays.fill(disk.content, 8 * 512, 9 * 512, (byte) 7);

        NtfsBootSector.repair(disk, 8 * 512, 32 * 512, false);

        assertThat(Arrays.copyOfRange(disk.content, 8 * 512 + 0x1C, 8 * 512 + 0x20))
                .containsExactly(8, 0, 0, 0);
        assertThat(Arrays.copyOfRange(disk.content, 39 * 512, 40 * 512))
                .isEqualTo(Arrays.copyOfRange(disk.content, 8 * 512, 9 * 512));
        assertThat(Arrays.copyOfRange(disk.content, 40 * 512, 64 * 512)).containsOnly(0);
    }

    @Test
    void leavesTheFieldOfALogicalPartition() throws FailureException {
        Arrays.fill(disk.content, 8 * 512, 9 * 512, (byte) 7);
        NtfsBootSector.repair(disk, 8 * 512, 32 * 512, true);
        assertThat(Arrays.copyOfRange(disk.content, 39 * 512, 40 * 512)).containsOnly(7);
    }
}
