package fr.brume.agent.examination;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.Optional;

/** Asks each disk for its health, checks its partition table and every file system on it. Repairs nothing, writes nothing. */
public final class DiskTest implements TaskWork {
    private final DiskOpener disks;
    private final Tools tools;

    public DiskTest(DiskOpener disks, Tools tools) {
        this.disks = disks;
        this.tools = tools;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        progress.phase(Phase.TESTING);
        for (DiskReport report : ExaminedDisks.of(conversation.inventory().disks(), order.primaryDisk())) {
            cancellation.check();
            progress.found(
                    Finding.of(report.device(), FindingKind.DISK, report.model(), report.serial(), report.bytes()));
            try (Disk disk = disks.source(report)) {
                new Health(tools).of(disk.device()).forEach(progress::found);
                Optional<PartitionTable> table = new TableCheck(tools).of(disk, progress);
                if (table.isPresent()) {
                    partitions(disk, table.get(), progress, cancellation);
                }
            }
        }
    }

    private void partitions(Disk disk, PartitionTable table, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        FileSystemCheck check = new FileSystemCheck(tools);
        for (TableEntry entry : table.entries()) {
            cancellation.check();
            check.of(disk, entry).ifPresent(progress::found);
        }
    }
}
