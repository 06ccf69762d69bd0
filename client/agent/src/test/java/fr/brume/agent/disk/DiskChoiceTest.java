package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskChoiceTest {
    private static final DiskReport FIRST = new DiskReport("/dev/nvme0n1", "", "N1", "eui.1", 1000, 512, false);
    private static final DiskReport SECOND = new DiskReport("/dev/sda", "", "S1", "", 2000, 512, true);
    private static final List<DiskReport> DISKS = List.of(FIRST, SECOND);

    @Test
    void takesTheFirstOrTheOneThatIsNamed() throws FailureException {
        assertThat(DiskChoice.of(DISKS, "")).isSameAs(FIRST);
        assertThat(DiskChoice.of(DISKS, null)).isSameAs(FIRST);
        for (String name : List.of("/dev/sda", "S1", " 2000 ")) {
            assertThat(DiskChoice.of(DISKS, name)).isSameAs(SECOND);
        }
        assertThat(DiskChoice.of(DISKS, "eui.1")).isSameAs(FIRST);
    }

    @Test
    void neverTakesAnotherDiskThanTheNamedOne() {
        for (String name : List.of("/dev/sdb", "3000")) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> DiskChoice.of(DISKS, name))
                    .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.NO_DISK));
        }
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> DiskChoice.of(List.of(), ""));
    }

    @Test
    void namesPartitionsAsTheKernelDoes() {
        assertThat(KernelPartitions.name("/dev/sda", 1)).isEqualTo("/dev/sda1");
        assertThat(KernelPartitions.name("/dev/nvme0n1", 2)).isEqualTo("/dev/nvme0n1p2");
        assertThat(KernelPartitions.name("/dev/mmcblk0", 10)).isEqualTo("/dev/mmcblk0p10");
    }
}
