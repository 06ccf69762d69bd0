package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskChoiceTest {
    private static final DiskReport FIRST = new DiskReport(
            "/dev/nvme0n1", "", "N1", "eui.0025385b", 1000, 512, false, "9b6b16f3-1a1d-4b1e-8a3c-cd6a0c2d1f00", false);
    private static final DiskReport SECOND =
            new DiskReport("/dev/sda", "", "S1", "naa.5002538d", 2000, 512, true, "cafe1234", false);
    private static final DiskReport THIRD = new DiskReport("/dev/sdb", "", "S2", "", 2000, 512, true, "", false);
    private static final DiskReport STICK = new DiskReport("/dev/sdc", "", "U1", "", 500, 512, false, "", true);
    private static final List<DiskReport> DISKS = List.of(FIRST, SECOND, THIRD, STICK);

    @Test
    void takesTheFirstOrTheOneThatIsNamed() throws FailureException {
        for (String none : new String[] {"", null, " , "}) {
            assertThat(DiskChoice.of(DISKS, none)).isSameAs(FIRST);
        }
        for (String name : List.of("/dev/sda", "S1", " 2000 ", "0x5002538D", "CAFE1234", "S1,/dev/sdb")) {
            assertThat(DiskChoice.of(DISKS, name)).as(name).isSameAs(SECOND);
        }
        assertThat(DiskChoice.of(DISKS, "9B6B16F3-1A1D-4B1E-8A3C-CD6A0C2D1F00")).isSameAs(FIRST);
    }

    @Test
    void putsTheNamedOnesFirstAndLeavesOutWhatIsOutside() throws FailureException {
        assertThat(DiskChoice.all(DISKS, "")).containsExactly(FIRST, SECOND, THIRD);
        assertThat(DiskChoice.all(DISKS, "S2, N1")).containsExactly(THIRD, FIRST, SECOND);
        assertThat(DiskChoice.all(DISKS, "2000,2000"))
                .as("two of the same size")
                .containsExactly(SECOND, THIRD, FIRST);
        assertThat(DiskChoice.all(DISKS, "U1"))
                .as("a stick that is named")
                .containsExactly(STICK, FIRST, SECOND, THIRD);
    }

    @Test
    void neverTakesAnotherDiskThanTheNamedOne() {
        for (String name : List.of("/dev/sdd", "3000", "S1,S9", "S1,S1")) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> DiskChoice.of(DISKS, name))
                    .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.NAMED_DISK_MISSING))
                    .satisfies(e -> assertThat(e.arguments().get(1)).contains("/dev/sda (S1)"));
        }
        for (List<DiskReport> none : List.of(List.<DiskReport>of(), List.of(STICK))) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> DiskChoice.of(none, ""))
                    .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.NO_DISK));
        }
    }

    @Test
    void namesPartitionsAsTheKernelDoes() {
        assertThat(KernelPartitions.name("/dev/sda", 1)).isEqualTo("/dev/sda1");
        assertThat(KernelPartitions.name("/dev/nvme0n1", 2)).isEqualTo("/dev/nvme0n1p2");
        assertThat(KernelPartitions.name("/dev/mmcblk0", 10)).isEqualTo("/dev/mmcblk0p10");
    }
}
