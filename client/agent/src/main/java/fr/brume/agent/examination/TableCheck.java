package fr.brume.agent.examination;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.Optional;

/** Has {@code sfdisk} judge the partition table of a disk. */
final class TableCheck {
    private final Tools tools;

    TableCheck(Tools tools) {
        this.tools = tools;
    }

    /** Notes what is the matter; the table, when there is one that can be read. */
    Optional<PartitionTable> of(Disk disk, TaskProgress progress) throws FailureException {
        Optional<PartitionTable> table = read(disk);
        if (table.isEmpty()) {
            progress.found(Finding.of(disk.device(), FindingKind.NO_PARTITION_TABLE));
            return table;
        }
        ToolResult verdict = tools.run("sfdisk", "--verify", disk.device());
        progress.found(
                verdict.exitCode() == 0
                        ? Finding.of(
                                disk.device(),
                                FindingKind.PARTITION_TABLE_SOUND,
                                table.get().label(),
                                table.get().entries().size())
                        : Finding.of(disk.device(), FindingKind.PARTITION_TABLE_FAULTY, verdict.lastLine()));
        return table;
    }

    private Optional<PartitionTable> read(Disk disk) {
        try {
            return Optional.of(new PartitionTableTool(tools).read(disk.device()));
        } catch (FailureException e) {
            return Optional.empty();
        }
    }
}
