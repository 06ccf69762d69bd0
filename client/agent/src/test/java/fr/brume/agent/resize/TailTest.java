package fr.brume.agent.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    private static final long MIB = 1L << 20;
    private static final PartitionManifest ORIGINAL = new PartitionManifest(
            3, 100 * MIB, 500 * MIB, "7", "", "ntfs", "", 90 * MIB, 4096, "d1p3.img", 4 << 20, 1, "00", 0, "");

    @TempDir
    Path proc;

    @Test
    void theRestOfTheDiskComesFirst() throws FailureException {
        Tail tail = room(200).tail(ORIGINAL, 40 * MIB, 400 * MIB);
        assertThat(tail.bytes()).isEqualTo(300 * MIB);
        assertThat(tail.diskStart()).isEqualTo(300 * MIB);
        assertThat(tail.diskBytes()).isEqualTo(50 * MIB);
        assertThat(tail.memoryBytes()).isEqualTo(250 * MIB);
        assertThat(tail.memoryNeed())
                .as("what is used, a little more, and what resizing writes")
                .isEqualTo(50 * MIB);
    }

    @Test
    void aDiskWithRoomForAllNeedsNoMemory() throws FailureException {
        Tail.Room room = room(400);
        assertThat(room.allOnDisk()).isTrue();
        assertThat(room.tail(ORIGINAL, 0, 0).memoryNeed()).isZero();
    }

    @Test
    void tooLittleMemoryIsRefusedWithBothNumbers() {
        FailureException refusal =
                catchThrowableOfType(FailureException.class, () -> room(200).tail(ORIGINAL, 40 * MIB, 100 * MIB));
        assertThat(refusal.failure()).isEqualTo(Failure.NOT_ENOUGH_SCRATCH);
        assertThat(refusal.arguments()).containsExactly("3", "50", "40");
    }

    @Test
    void theKernelSaysWhatIsFree() throws IOException {
        Files.writeString(proc.resolve("meminfo"), "MemTotal: 1000 kB\nMemAvailable:    3072 kB\n");
        assertThat(FreeMemory.bytes(proc)).isEqualTo(3 * MIB);
        assertThat(FreeMemory.bytes(proc.resolve("none"))).isZero();
    }

    /** The partition with this many mebibytes of 200 on a disk of 350, so that 50 are left behind it. */
    private static Tail.Room room(long size) {
        return Tail.room(ORIGINAL, ORIGINAL.at(100 * MIB, size * MIB), size == 200 ? 350 * MIB : 700 * MIB);
    }
}
