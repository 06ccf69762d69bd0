package fr.brume.agent.wipe;

import static fr.brume.protocol.finding.FindingKind.CANNOT_DISCARD;
import static fr.brume.protocol.finding.FindingKind.DISCARDED;
import static fr.brume.protocol.finding.FindingKind.DISK;
import static fr.brume.protocol.finding.FindingKind.EDGES_ZERO;
import static fr.brume.protocol.finding.FindingKind.NOT_READ_BACK_ZERO;
import static fr.brume.protocol.finding.FindingKind.OVERWRITTEN_RANDOM;
import static fr.brume.protocol.finding.FindingKind.OVERWRITTEN_ZERO;
import static fr.brume.protocol.finding.FindingKind.READ_BACK_ZERO;
import static fr.brume.protocol.finding.FindingKind.REST_NOT_OVERWRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.FaultyDisk;
import fr.brume.agent.disk.FaultyDisk.Fault;
import fr.brume.agent.disk.MemoryDisk;
import fr.brume.agent.disk.OneDisk;
import fr.brume.agent.disk.ScriptedTools;
import fr.brume.agent.machine.DiskTraits;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WipeTest {
    private static final int SIZE = (24 << 20) + 3 * 512;
    private static final int MIDDLE = 12 << 20;

    @TempDir
    Path root;

    private final MemoryDisk memory = new MemoryDisk(SIZE);
    private final ScriptedTools tools = new ScriptedTools();
    private final TaskProgress progress = new TaskProgress(() -> 0L);
    private final Cancellation cancellation = new Cancellation();

    @BeforeEach
    void fill() {
        Arrays.fill(memory.content, (byte) 0x5a);
        tools.says("sfdisk", 1, "", "no table");
    }

    @Test
    void aFastWipeZeroesBothEndsAndSaysThatTheRestStays() throws Exception {
        wipe(WipeMode.FAST, memory);
        assertThat(memory.content[0]).isZero();
        assertThat(memory.content[(4 << 20) - 1]).isZero();
        assertThat(memory.content[SIZE - 1]).isZero();
        assertThat(memory.content[MIDDLE]).isEqualTo((byte) 0x5a);
        assertThat(progress.findings())
                .extracting(Finding::kind)
                .containsExactly(DISK, CANNOT_DISCARD, EDGES_ZERO, REST_NOT_OVERWRITTEN);
    }

    @Test
    void aFastWipeZeroesBothEndsOfEachPartition() throws Exception {
        int start = 10 << 20;
        int sectors = 12 << 11;
        tools.says(
                "sfdisk",
                0,
                "label: dos\nunit: sectors\n\n/dev/m1 : start=" + start / 512 + ", size=" + sectors + ", type=7\n",
                "");
        wipe(WipeMode.FAST, memory);
        assertThat(memory.content[start - 1]).isEqualTo((byte) 0x5a);
        assertThat(memory.content[start]).isZero();
        assertThat(memory.content[start + (4 << 20)]).isEqualTo((byte) 0x5a);
        assertThat(memory.content[start + sectors * 512 - 1]).isZero();
    }

    @Test
    void aNormalWipeLeavesNothingButZeros() throws Exception {
        wipe(WipeMode.NORMAL, memory);
        assertThat(memory.content).isEqualTo(new byte[SIZE]);
        assertThat(progress.findings())
                .extracting(Finding::kind)
                .containsExactly(DISK, CANNOT_DISCARD, OVERWRITTEN_ZERO, READ_BACK_ZERO);
        assertThat(progress.snapshot().done()).isEqualTo(progress.snapshot().total());
    }

    @Test
    void aFullWipeOverwritesTwice() throws Exception {
        wipe(WipeMode.FULL, memory);
        assertThat(memory.content).isEqualTo(new byte[SIZE]);
        assertThat(progress.findings())
                .extracting(Finding::kind)
                .containsExactly(DISK, CANNOT_DISCARD, OVERWRITTEN_RANDOM, OVERWRITTEN_ZERO, READ_BACK_ZERO);
    }

    @Test
    void aDiscardThatReadsBackZeroIsEnough() throws Exception {
        discards();
        Arrays.fill(memory.content, (byte) 0);
        wipe(WipeMode.NORMAL, memory);
        assertThat(progress.findings()).extracting(Finding::kind).containsExactly(DISK, DISCARDED, READ_BACK_ZERO);
        assertThat(progress.snapshot().done()).isEqualTo(SIZE);
    }

    @Test
    void aDiscardThatDoesNotReadBackZeroIsOverwrittenAndSaid() throws Exception {
        discards();
        Arrays.fill(memory.content, 0, MIDDLE, (byte) 0);
        wipe(WipeMode.NORMAL, memory);
        assertThat(memory.content).isEqualTo(new byte[SIZE]);
        assertThat(progress.findings())
                .extracting(Finding::kind)
                .containsExactly(DISK, DISCARDED, NOT_READ_BACK_ZERO, OVERWRITTEN_ZERO, READ_BACK_ZERO);
        assertThat(progress.findings().get(2).arguments()).containsExactly("" + MIDDLE);
    }

    @Test
    void aRefusedWriteIsReportedWithItsByteAndSector() {
        int bad = MIDDLE + 5 * 4096;
        FailureException failed = fails(WipeMode.NORMAL, new FaultyDisk(memory, Fault.REFUSES_WRITES, bad + 100, 1));
        assertThat(failed.failure()).isEqualTo(Failure.WIPE_REFUSED);
        assertThat(failed.arguments()).containsExactly("/dev/memory", "" + bad, "" + bad / 512);
        assertThat(progress.findings()).extracting(Finding::kind).doesNotContain(OVERWRITTEN_ZERO, READ_BACK_ZERO);
    }

    @Test
    void aDiskThatLiesIsFoundOut() {
        FailureException failed = fails(WipeMode.FULL, new FaultyDisk(memory, Fault.KEEPS_OLD_CONTENT, MIDDLE, 512));
        assertThat(failed.failure()).isEqualTo(Failure.WIPE_NOT_ZERO);
        assertThat(failed.arguments()).containsExactly("/dev/memory", "" + MIDDLE);
    }

    @Test
    void stopsWhenItIsCancelled() {
        cancellation.cancel(Failure.CANCELLED);
        assertThat(fails(WipeMode.NORMAL, memory).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(memory.content[0]).isEqualTo((byte) 0x5a);
    }

    @Test
    void aDiskOnUsbIsLeftAloneUnlessItIsNamed() throws Exception {
        Path device = Files.createDirectories(root.resolve("devices/usb1/block/memory"));
        Files.createDirectories(root.resolve("block"));
        Files.createSymbolicLink(root.resolve("block/memory"), device);
        assertThat(fails(WipeMode.NORMAL, memory).failure()).isEqualTo(Failure.NO_DISK);
        wipe(WipeMode.NORMAL, memory, "/dev/memory");
        assertThat(memory.content).isEqualTo(new byte[SIZE]);
    }

    private void discards() throws IOException {
        Path queue = Files.createDirectories(root.resolve("block/memory/queue"));
        Files.writeString(queue.resolve("discard_max_bytes"), "2147483648\n");
    }

    private FailureException fails(WipeMode mode, Disk disk) {
        return catchThrowableOfType(FailureException.class, () -> wipe(mode, disk));
    }

    private void wipe(WipeMode mode, Disk disk) throws FailureException {
        wipe(mode, disk, "");
    }

    private void wipe(WipeMode mode, Disk disk, String wanted) throws FailureException {
        DiskReport report = new DiskReport("/dev/memory", "Memory", "M1", "", SIZE, 512, false, "", false);
        InventoryReport pc = new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1, List.of(), List.of(report));
        TaskOrder order = TaskOrder.without(7, TaskAction.WIPE_NORMAL, wanted, "", EndAction.REBOOT);
        new Wipe(mode, new OneDisk(disk), tools, new DiskTraits(root))
                .run(order, new Conversation(null, null, pc, null, null, null), progress, cancellation);
    }
}
