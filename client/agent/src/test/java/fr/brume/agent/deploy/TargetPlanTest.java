package fr.brume.agent.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TargetPlanTest {
    private static final Texts TEXTS = new Texts(Locale.FRENCH);

    @Test
    void fitsADiskThatHoldsTheLastPartition() throws FailureException {
        TargetPlan plan = plan(order(8, 512));
        plan.onto(new MemoryDisk(40 * 512), TEXTS);
        assertThat(plan.stored()).hasSize(1);
    }

    @Test
    void saysBothSizesOfADiskThatIsTooSmall() throws FailureException {
        TargetPlan plan = plan(order(8, 512));
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> plan.onto(new MemoryDisk(39 * 512), TEXTS))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_TOO_SMALL))
                .satisfies(e -> assertThat(e.arguments())
                        .containsExactly("20,5 ko (20480 octets)", "/dev/memory", "20,0 ko (19968 octets)"));
    }

    @Test
    void refusesOtherSectorsAndPiecesThatDoNotBelongTogether() throws FailureException {
        TargetPlan plan = plan(order(1, 4096));
        assertFailure(() -> plan.onto(new MemoryDisk(1 << 20), TEXTS), Failure.SECTOR_SIZE_MISMATCH);
        assertFailure(() -> plan(order(9, 512)), Failure.IMAGE_CORRUPT);
    }

    @Test
    void aResizableImageTakesTheRoomOfALargerDisk() throws FailureException {
        TargetPlan plan = plan(order(8, 512, 1)).onto(new MemoryDisk(4 << 20), TEXTS);
        assertThat(plan.partitions()).extracting(PartitionManifest::bytes).containsExactly(3L << 20);
        assertThat(plan.table().text()).contains("start=8, size=6144, type=7");
        assertThat(plan.places().grows(plan.partitions().get(0))).isTrue();
    }

    private static TargetPlan plan(TaskOrder order) throws FailureException {
        return TargetPlan.of(order, order.manifest().disks().get(0));
    }

    private static void assertFailure(ThrowingCallable call, Failure failure) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }

    /** One partition of 32 sectors of 512 bytes from byte 4096. */
    private static TaskOrder order(int startSector, int sectorSize) {
        return order(startSector, sectorSize, 2);
    }

    private static TaskOrder order(int startSector, int sectorSize, int imageType) {
        PartitionManifest partition = new PartitionManifest(
                1, 4096, 32 * 512, "7", "", "ntfs", "", 512, 512, "d1p1.img", 65536, 1, "00", 0, "");
        DiskManifest disk = new DiskManifest(1, 1 << 20, sectorSize, "dos", List.of(partition));
        ImageManifest manifest = new ImageManifest(1, 1, 1, "BIOS", List.of(disk), List.of(), "pc", "1", "now", null);
        String table = "label: dos\nsector-size: " + sectorSize + "\n/dev/sda1 : start=" + startSector + ", size="
                + 32 * 512 / sectorSize + ", type=7\n";
        return new TaskOrder(
                1,
                TaskAction.DEPLOY,
                "Image",
                imageType,
                1,
                false,
                3,
                0,
                "",
                "",
                EndAction.REBOOT,
                manifest,
                List.of(file("d1.partitions", table.getBytes(StandardCharsets.UTF_8)), file("d1.mbr", new byte[4096])),
                ImagingOptions.USUAL,
                DeploySteps.NONE);
    }

    private static SideFile file(String name, byte[] content) {
        return new SideFile(name, Base64.getEncoder().encodeToString(content));
    }
}
