package fr.brume.agent.deploy;

import fr.brume.agent.disk.BootSectors;
import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.MovedBootSector;
import fr.brume.agent.filesystem.NtfsBootSector;
import fr.brume.agent.filesystem.TargetCheck;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.resize.Growth;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;

/**
 * The last steps, in the order that matters: the data is complete, then the table, the checks of the file systems, and the boot
 * code at the very end. When one of them fails the disk is made unable to start again.
 */
final class Completion {
    private final Disk disk;
    private final TargetPlan plan;
    private final PartitionTableTool tables;
    private final Growth growth;
    private final TargetCheck fileSystems;
    private final TaskProgress progress;

    Completion(Disk disk, TargetPlan plan, Tools tools, TaskProgress progress) {
        this.disk = disk;
        this.plan = plan;
        this.tables = new PartitionTableTool(tools);
        this.growth = new Growth(tools);
        this.fileSystems = new TargetCheck(tools);
        this.progress = progress;
    }

    void run() throws FailureException {
        try {
            complete();
        } catch (FailureException e) {
            new Erasure(disk).tables();
            throw e;
        }
    }

    private void complete() throws FailureException {
        progress.phase(Phase.CHECKING);
        for (PartitionManifest partition : plan.stored()) {
            repairBootSector(partition);
        }
        disk.flush();
        tables.write(disk.device(), plan.script(disk));
        disk.flush();
        disk.rereadTable();
        for (PartitionManifest partition : plan.partitions()) {
            finish(partition);
        }
        progress.phase(Phase.FINISHING);
        BootSectors.write(disk, plan.table(), plan.bootSectors(), plan.source().bytes());
    }

    private void repairBootSector(PartitionManifest partition) throws FailureException {
        if (kind(partition) == Kind.NTFS) {
            NtfsBootSector.repair(disk, partition.start(), partition.bytes(), plan.logical(partition));
        } else if (plan.places().moves(partition) && !plan.logical(partition)) {
            MovedBootSector.repair(disk, partition.fileSystem(), partition.start());
        }
    }

    private void finish(PartitionManifest partition) throws FailureException {
        Kind kind = kind(partition);
        if (kind == Kind.EXTENDED || kind == Kind.RAW) {
            return;
        }
        String device = disk.partition(partition.number(), partition.start(), partition.bytes());
        if (plan.places().grows(partition)) {
            growth.grow(partition, device);
        }
        if (kind == Kind.SWAP) {
            fileSystems.makeSwap(device, partition.uuid());
        } else {
            fileSystems.check(kind, device, partition.number());
        }
    }

    private static Kind kind(PartitionManifest partition) {
        return Kind.of(partition.fileSystem());
    }
}
