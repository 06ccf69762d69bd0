package fr.brume.agent.wipe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.KernelDisks;
import fr.brume.agent.disk.KernelPartitions;
import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.disk.WriteProtection;
import fr.brume.agent.machine.DiskTraits;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.task.Conversation;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wipes of a real block device past the kernel's cache, of an odd number of sectors, judged on the file behind it. */
class WipeIT {
    private static final int MIB = 1 << 20;
    private static final long SIZE = 48L * MIB + 3 * 512;

    @TempDir
    Path folder;

    private final Tools tools = new SystemTools();
    private final TaskProgress progress = new TaskProgress(System::nanoTime);
    private Path file;
    private String device;

    @BeforeEach
    void attach() throws Exception {
        file = folder.resolve("disk");
        byte[] some = new byte[(int) SIZE];
        new Random(7).nextBytes(some);
        Files.write(file, some);
        tools.run(List.of("sfdisk", "--quiet", file.toString()), "label: gpt\nstart=2048, size=65536\n");
        device = tools.require(file.toString(), "losetup", "--find", "--show", file.toString())
                .output()
                .strip();
    }

    @AfterEach
    void detach() throws Exception {
        tools.require(device, "losetup", "--detach", device);
    }

    @Test
    void aFullWipeLeavesZerosEverywhere() throws Exception {
        wipe(WipeMode.FULL, new DiskTraits(folder));
        assertThat(zeros(0, SIZE)).isTrue();
        assertThat(kinds())
                .containsExactly(
                        FindingKind.DISK,
                        FindingKind.CANNOT_DISCARD,
                        FindingKind.OVERWRITTEN_RANDOM,
                        FindingKind.OVERWRITTEN_ZERO,
                        FindingKind.READ_BACK_ZERO);
    }

    /** A loop device passes the discard on as a hole of its file, which reads back zero. */
    @Test
    void aNormalWipeDiscardsWhereTheDeviceCan() throws Exception {
        wipe(WipeMode.NORMAL, new DiskTraits(Path.of("/sys")));
        assertThat(zeros(0, SIZE)).isTrue();
        assertThat(kinds()).contains(FindingKind.DISCARDED, FindingKind.READ_BACK_ZERO);
    }

    @Test
    void aFastWipeTakesTheTablesAndTheEndsOfThePartition() throws Exception {
        wipe(WipeMode.FAST, new DiskTraits(folder));
        assertThat(zeros(0, 5L * MIB)).isTrue();
        assertThat(zeros(29L * MIB, 4L * MIB)).isTrue();
        assertThat(zeros(SIZE - 4L * MIB, 4L * MIB)).isTrue();
        assertThat(zeros(10L * MIB, 8L * MIB)).isFalse();
        assertThat(tools.run("blkid", "--probe", device).exitCode())
                .as("nothing is recognised any more")
                .isEqualTo(2);
    }

    private List<FindingKind> kinds() {
        return progress.findings().stream().map(Finding::kind).toList();
    }

    private void wipe(WipeMode mode, DiskTraits traits) throws Exception {
        Cancellation cancellation = new Cancellation();
        KernelDisks disks =
                new KernelDisks(new WriteProtection(tools, Path.of("/sys")), new KernelPartitions(tools, cancellation));
        DiskReport report = new DiskReport(device, "Loop", "L1", "", SIZE, 512, false, "", false);
        InventoryReport pc = new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1, List.of(), List.of(report));
        new Wipe(mode, disks, tools, traits)
                .run(
                        TaskOrder.without(1, TaskAction.WIPE_NORMAL, "", "", EndAction.REBOOT),
                        new Conversation(null, null, pc, null, null, null),
                        progress,
                        cancellation);
        assertThat(progress.snapshot().done()).isEqualTo(progress.snapshot().total());
    }

    private boolean zeros(long first, long length) throws IOException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) length);
            while (bytes.hasRemaining() && content.read(bytes, first + bytes.position()) >= 0) {
                continue;
            }
            return bytes.flip().mismatch(ByteBuffer.allocate((int) length)) < 0;
        }
    }
}
