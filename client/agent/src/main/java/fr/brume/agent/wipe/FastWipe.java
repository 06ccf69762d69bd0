package fr.brume.agent.wipe;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.List;

/** Overwrites what makes a disk and its partitions recognisable, and reads that back. The data between stays. */
final class FastWipe {
    private final Disk disk;
    private final Overwrite overwrite;
    private final TaskProgress progress;

    FastWipe(Disk disk, Overwrite overwrite, TaskProgress progress) {
        this.disk = disk;
        this.overwrite = overwrite;
        this.progress = progress;
    }

    /** @param table as it was before anything was erased; null for none */
    void run(PartitionTable table) throws FailureException {
        List<Stretch> edges = Stretch.edges(disk.bytes(), table);
        long bytes = edges.stream().mapToLong(Stretch::bytes).sum();
        progress.begin(0, 2 * bytes);
        for (Stretch edge : edges) {
            overwrite.zeros(edge);
        }
        for (Stretch edge : edges) {
            overwrite.requireZero(edge);
        }
        int partitions = table == null ? 0 : table.entries().size();
        progress.found(Finding.of(disk.device(), FindingKind.EDGES_ZERO, partitions, bytes));
        progress.found(Finding.of(disk.device(), FindingKind.REST_NOT_OVERWRITTEN));
    }
}
