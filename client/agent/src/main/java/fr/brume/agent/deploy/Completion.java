package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.resize.Growth;
import fr.brume.agent.resize.Shrinking;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;

/**
 * The last steps, in the order that matters: the data is complete, then the table, the checks of the file systems, and the boot
 * code at the very end. When one of them fails the disk is made unable to start again.
 */
final class Completion {
    private final Disk disk;
    private final MetadataProof proof;
    private final TargetPlan plan;
    private final PartitionTableTool tables;
    private final Growth growth;
    private final Shrinking shrinking;
    private final RestoredPartition restored;
    private final TaskProgress progress;

    /** @param seen the same disk, past the cache */
    Completion(Disk disk, Disk seen, TargetPlan plan, Tools tools, RestoredPartition restored, TaskProgress progress) {
        this.disk = disk;
        this.proof = new MetadataProof(disk, seen);
        this.plan = plan;
        this.tables = new PartitionTableTool(tools);
        this.growth = new Growth(tools);
        this.shrinking = new Shrinking(tools);
        this.restored = restored;
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
        for (PartitionManifest partition : plan.stored()) {
            boolean moved = plan.places().moves(partition);
            if (restored.repair(disk, partition, plan.logical(partition), moved)) {
                disk.flush();
                proof.bootSectors(partition);
            }
        }
        disk.flush();
        tables.write(disk.device(), plan.script(disk));
        disk.flush();
        disk.rereadTable();
        for (PartitionManifest partition : plan.partitions()) {
            finish(partition);
        }
        progress.phase(Phase.FINISHING);
        plan.writeBootSectors(disk);
        proof.tables(plan.table());
    }

    private void finish(PartitionManifest partition) throws FailureException {
        Kind kind = Kind.of(partition.fileSystem());
        if (kind == Kind.EXTENDED || kind == Kind.RAW) {
            return;
        }
        String device = disk.partition(partition.number(), partition.start(), partition.bytes());
        if (plan.places().grows(partition)) {
            growth.grow(partition, device);
        } else if (plan.places().shrinks(partition)) {
            shrinking.finish(partition, device);
        }
        boolean changed = plan.places().grows(partition) || plan.places().shrinks(partition);
        restored.finish(partition, device, changed);
        if (kind == Kind.SWAP) {
            proof.swap(partition);
        }
    }
}
