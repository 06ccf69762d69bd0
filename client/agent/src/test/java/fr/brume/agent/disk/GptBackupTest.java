package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables with more and with fewer entries than the usual 128. */
class GptBackupTest {
    private static final int SECTORS = 4096;

    private final MemoryDisk disk = new MemoryDisk(SECTORS * 512);

    @BeforeEach
    void fill() {
        new Random(5).nextBytes(disk.content);
    }

    @Test
    void bringsAsManyEntriesAsThereAre() throws FailureException {
        for (int count : new int[] {1, 56, 128, 129, 1024, 4096}) {
            header(count, 128, 2, SECTORS - 1);
            byte[] backup = GptBackup.read(disk);
            assertThat(backup).hasSize(1536 + count * 128);
            assertThat(Arrays.copyOf(backup, 1024)).isEqualTo(Arrays.copyOf(disk.content, 1024));
            assertThat(Arrays.copyOfRange(backup, 1024, 1536))
                    .isEqualTo(Arrays.copyOfRange(disk.content, (SECTORS - 1) * 512, SECTORS * 512));
            assertThat(Arrays.copyOfRange(backup, 1536, backup.length))
                    .isEqualTo(Arrays.copyOfRange(disk.content, 1024, 1024 + count * 128));
        }
    }

    @Test
    void refusesEntriesOfAnotherLengthAndPlacesOutside() {
        refused(128, 256, 2, SECTORS - 1);
        refused(0, 128, 2, SECTORS - 1);
        refused(-1, 128, 2, SECTORS - 1);
        refused(4097, 128, 2, SECTORS - 1);
        refused(128, 128, 2, SECTORS);
        refused(128, 128, 0, SECTORS - 1);
        refused(128, 128, SECTORS - 31, SECTORS - 1);
        refused(128, 128, -5, Long.MAX_VALUE);
    }

    @Test
    void theCopyTakesWhatItsEntriesNeed() throws FailureException {
        assertThat(table("").neededBytes()).isEqualTo((2048 + 100 + 33) * 512);
        assertThat(table("table-length: 56\n").neededBytes())
                .as("a table keeps 16 KiB free, however short")
                .isEqualTo((2048 + 100 + 33) * 512);
        assertThat(table("table-length: 1024\n").neededBytes()).isEqualTo((2048 + 100 + 257) * 512);
    }

    private static PartitionTable table(String line) throws FailureException {
        return PartitionTable.parse(
                "/dev/sda", "label: gpt\n" + line + "/dev/sda1 : start= 2048, size= 100, type=AA\n");
    }

    private void refused(int count, int size, long entries, long backup) {
        header(count, size, entries, backup);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> GptBackup.read(disk))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNSUPPORTED_TABLE));
    }

    private void header(int count, int size, long entries, long backup) {
        ByteBuffer header = ByteBuffer.wrap(disk.content).order(ByteOrder.LITTLE_ENDIAN);
        header.position(512).put("EFI PART".getBytes(StandardCharsets.US_ASCII));
        header.putLong(512 + 32, backup)
                .putLong(512 + 72, entries)
                .putInt(512 + 80, count)
                .putInt(512 + 84, size);
    }
}
