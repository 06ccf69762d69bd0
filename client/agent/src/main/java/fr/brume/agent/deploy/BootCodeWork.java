package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Set;

/** Partition table and boot code only; what lies in the partitions is not touched. */
final class BootCodeWork implements DiskWork {
    private final TargetPlan plan;
    private final Disk disk;
    private final PartitionTableTool tables;
    private final Texts texts;

    BootCodeWork(TargetPlan plan, Disk disk, Tools tools, Texts texts) {
        this.plan = plan;
        this.disk = disk;
        this.tables = new PartitionTableTool(tools);
        this.texts = texts;
    }

    @Override
    public void check() throws FailureException {
        plan.onto(disk, texts);
        tables.check(disk.device(), plan.script(disk));
    }

    @Override
    public void erase(Set<Content> kept) {
        // Zeros at the ends of the disk could hit a partition that stays.
    }

    @Override
    public List<Content> contents() {
        return List.of();
    }

    @Override
    public List<PartitionManifest> partitions() {
        return List.of();
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public void complete() throws FailureException {
        tables.write(disk.device(), plan.script(disk));
        disk.flush();
        disk.rereadTable();
        plan.writeBootSectors(disk);
    }

    @Override
    public void abandon() {
        // The data is whole; writing the table again is all that helps.
    }
}
