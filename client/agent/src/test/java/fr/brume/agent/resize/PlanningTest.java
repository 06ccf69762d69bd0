package fr.brume.agent.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is fixed, what goes last, and what a disk that is too small is told. */
class PlanningTest {
    private static final int MIB = 1 << 20;
    private static final String DATA = "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7";
    private static final String LINUX = "0FC63DAF-8483-4772-8E79-3D69D8477DE4";

    @Test
    void windowsKeepsItsSystemPartitionsAndItsRecoveryGoesLast() throws FailureException {
        DiskManifest windows = gpt(
                partition(1, 1, 10, "C12A7328-F81F-11D2-BA4B-00A0C93EC93B", "vfat", 2),
                partition(2, 11, 2, "E3C9E316-0B5C-4DB8-817D-F92DF00215AE", "raw", 2),
                partition(3, 13, 40, DATA, "ntfs", 10),
                partition(4, 53, 5, "DE94BBA4-06D1-4D40-A16A-BFD50179D6AC", "ntfs", 3));
        ResizePlan plan = plan(windows, 200);
        assertThat(plan.target().partitions())
                .extracting(partition -> partition.start() / MIB, partition -> partition.bytes() / MIB)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 10L),
                        org.assertj.core.groups.Tuple.tuple(11L, 2L),
                        org.assertj.core.groups.Tuple.tuple(13L, 181L),
                        org.assertj.core.groups.Tuple.tuple(194L, 5L));
        assertThat(plan.moves(plan.target().partitions().get(3))).isTrue();
        assertThat(plan.table().text()).contains("start=26624, size=370688", "start=397312, size=10240");
    }

    @Test
    void whatLiesBeforeABiosBootPartitionStays() throws FailureException {
        DiskManifest linux = gpt(
                partition(1, 1, 40, LINUX, "ext4", 10),
                partition(2, 41, 1, "21686148-6449-6E6F-744E-656564454649", "raw", 1),
                partition(3, 42, 40, LINUX, "ext4", 10));
        ResizePlan plan = plan(linux, 200);
        assertThat(plan.target().partitions())
                .extracting(partition -> partition.bytes() / MIB)
                .containsExactly(40L, 1L, 157L);
    }

    @Test
    void aBtrfsTooSmallForTheKernelToResizeKeepsItsSize() throws FailureException {
        DiskManifest linux = gpt(partition(1, 1, 255, LINUX, "btrfs", 10), partition(2, 256, 256, LINUX, "btrfs", 10));
        assertThat(plan(linux, 1024).target().partitions())
                .extracting(partition -> partition.bytes() / MIB)
                .containsExactly(255L, 767L);
    }

    @Test
    void aTooSmallDiskIsToldTheSmallestThatWouldDo() {
        DiskManifest windows = gpt(partition(1, 1, 100, DATA, "ntfs", 40));
        FailureException refusal = refusal(windows, 30);
        assertThat(refusal.failure()).isEqualTo(Failure.DISK_TOO_SMALL);
        assertThat(refusal.arguments().get(0)).contains((54L * MIB + 16384 + 512) + " octets");
    }

    @Test
    void whatCannotShrinkIsNamed() {
        DiskManifest linux = gpt(partition(1, 1, 100, LINUX, "xfs", 20));
        FailureException refusal = refusal(linux, 80);
        assertThat(refusal.failure()).isEqualTo(Failure.CANNOT_SHRINK);
        assertThat(refusal.arguments()).startsWith("1", "xfs");
        assertThat(refusal(linux, 10).failure()).isEqualTo(Failure.DISK_TOO_SMALL);
    }

    private static ResizePlan plan(DiskManifest disk, int mebibytes) throws FailureException {
        return new Planning(disk, table(disk), new Texts(Locale.FRENCH)).onto(new MemoryDisk(mebibytes * MIB));
    }

    private static FailureException refusal(DiskManifest disk, int mebibytes) {
        return catchThrowableOfType(FailureException.class, () -> plan(disk, mebibytes));
    }

    private static DiskManifest gpt(PartitionManifest... partitions) {
        long end = partitions[partitions.length - 1].start() + partitions[partitions.length - 1].bytes();
        return new DiskManifest(1, end + MIB, 512, "gpt", List.of(partitions));
    }

    private static PartitionManifest partition(
            int number, int start, int size, String type, String fileSystem, int used) {
        return new PartitionManifest(
                number,
                (long) start * MIB,
                (long) size * MIB,
                type,
                "",
                fileSystem,
                "",
                (long) used * MIB,
                4096,
                "d1p" + number + ".img",
                4 * MIB,
                1,
                "00",
                0,
                "");
    }

    private static PartitionTable table(DiskManifest disk) throws FailureException {
        StringBuilder text = new StringBuilder("label: gpt\nunit: sectors\nfirst-lba: 34\n");
        for (PartitionManifest partition : disk.partitions()) {
            text.append("/dev/sda%d : start=%12d, size=%12d, type=%s\n"
                    .formatted(partition.number(), partition.start() / 512, partition.bytes() / 512, partition.type()));
        }
        return PartitionTable.parse("/dev/sda", text.toString());
    }
}
