package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that gives less than it promises. */
class BlockDiskTest {
    private static final int THERE = 10_000;

    @TempDir
    private Path folder;

    @Test
    void aDiskThatEndsEarlySaysWhere() throws Exception {
        byte[] content = new byte[THERE];
        new Random(2).nextBytes(content);
        Path file = Files.write(folder.resolve("disk"), content);
        DiskReport report = new DiskReport(file.toString(), "", "", "", 2L * THERE, 512, false, "", false);
        try (Disk disk = BlockDisk.openToRead(report, new NoPartitions())) {
            ByteBuffer read = ByteBuffer.allocate(8192);
            disk.read(0, read);
            assertThat(read.flip()).isEqualTo(ByteBuffer.wrap(content, 0, 8192));
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> disk.read(8192, ByteBuffer.allocate(4096)))
                    .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_READ))
                    .satisfies(e -> assertThat(e.arguments()).containsExactly(file.toString(), "" + THERE));
        }
    }

    private static final class NoPartitions implements Partitions {
        @Override
        public String device(String disk, int number, long start, long bytes) {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public void reread(String disk) {
            throw new IllegalStateException("nobody asks");
        }
    }
}
