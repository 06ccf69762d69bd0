package fr.brume.agent.examination;

import static fr.brume.protocol.finding.FindingKind.BAD_SECTORS;
import static fr.brume.protocol.finding.FindingKind.DISK;
import static fr.brume.protocol.finding.FindingKind.SURFACE_BAD;
import static fr.brume.protocol.finding.FindingKind.SURFACE_GIVEN_UP;
import static fr.brume.protocol.finding.FindingKind.SURFACE_GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.FaultyDisk;
import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.OneDisk;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.task.Conversation;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurfaceTestTest {
    private static final int SIZE = (36 << 20) + 512;

    private final MemoryDisk memory = new MemoryDisk(SIZE);
    private final TaskProgress progress = new TaskProgress(() -> 0L);
    private final Cancellation cancellation = new Cancellation();

    @Test
    void aGoodDiskIsReadWhole() throws Exception {
        test(memory);
        assertThat(progress.findings()).extracting(Finding::kind).containsExactly(DISK, SURFACE_GOOD);
        assertThat(progress.snapshot().done())
                .isEqualTo(SIZE)
                .isEqualTo(progress.snapshot().total());
    }

    @Test
    void badSectorsAreIsolatedAndTheRestIsRead() throws Exception {
        int first = (9 << 20) + 8192;
        test(new FaultyDisk(memory, FaultyDisk.Fault.REFUSES_READS, first + 700, 5000));
        assertThat(progress.findings()).extracting(Finding::kind).containsExactly(DISK, SURFACE_BAD, BAD_SECTORS);
        assertThat(progress.findings().get(1).arguments()).containsExactly("8192", "1", "" + SIZE);
        assertThat(progress.findings().get(2).arguments())
                .containsExactly("" + first / 512, "" + ((first + 8192) / 512 - 1));
        assertThat(progress.snapshot().done()).isEqualTo(SIZE);
    }

    @Test
    void theLastOddSectorIsTestedToo() throws Exception {
        test(new FaultyDisk(memory, FaultyDisk.Fault.REFUSES_READS, SIZE - 1, 1));
        assertThat(progress.findings().get(1).arguments()).startsWith("512", "1");
    }

    @Test
    void aDiskThatIsMostlyUnreadableIsGivenUp() throws Exception {
        test(new FaultyDisk(memory, FaultyDisk.Fault.REFUSES_READS, 4 << 20, 32 << 20));
        assertThat(progress.findings().get(1).kind()).isEqualTo(SURFACE_GIVEN_UP);
    }

    @Test
    void stopsWhenItIsCancelled() {
        cancellation.cancel(Failure.CANCELLED);
        assertThatThrownBy(() -> test(memory)).isInstanceOf(FailureException.class);
    }

    @Test
    void neighboursAreOnePlaceAndTheListIsLimited() {
        BadStretches bad = new BadStretches();
        bad.add(0, 4096);
        bad.add(4096, 8192);
        for (int i = 1; i <= 150; i++) {
            bad.add(i * 100_000L, i * 100_000L + 4096);
        }
        assertThat(bad.count()).isEqualTo(151);
        assertThat(bad.listed()).hasSize(100).startsWith(new BadStretches.Stretch(0, 8192));
        assertThat(bad.bytes()).isEqualTo(152 * 4096);
    }

    private void test(Disk disk) throws FailureException {
        DiskReport report = new DiskReport("/dev/memory", "Memory", "M1", "", SIZE, 512, false, "", false);
        InventoryReport pc = new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1, List.of(), List.of(report));
        TaskOrder order = TaskOrder.without(7, TaskAction.SURFACE_TEST, "", "", EndAction.REBOOT);
        new SurfaceTest(new OneDisk(disk))
                .run(order, new Conversation(null, null, pc, null, null, null), progress, cancellation);
    }
}
