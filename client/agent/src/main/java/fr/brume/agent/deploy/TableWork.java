package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A disk with a partition table, of which all is replaced. */
final class TableWork implements DiskWork {
    private TargetPlan plan;
    private final Disk disk;
    private final Disk seen;
    private final Tools tools;
    private final RestoredPartition restored;
    private final Texts texts;
    private final TaskProgress progress;

    TableWork(
            TargetPlan plan,
            Target target,
            Tools tools,
            RestoredPartition restored,
            Texts texts,
            TaskProgress progress) {
        this.restored = restored;
        this.plan = plan;
        this.disk = target.disk();
        this.seen = target.seen();
        this.tools = tools;
        this.texts = texts;
        this.progress = progress;
    }

    @Override
    public void check() throws FailureException {
        plan = plan.onto(disk, texts);
        new PartitionTableTool(tools).check(disk.device(), plan.script(disk));
    }

    @Override
    public void erase(Set<Content> kept) throws FailureException {
        Erasure erasure = new Erasure(disk);
        erasure.tables();
        for (PartitionManifest partition : plan.partitions()) {
            erasure.signatures(partition, kept.contains(content(partition)));
        }
        disk.flush();
        disk.rereadTable();
    }

    @Override
    public List<Content> contents() {
        return plan.stored().stream().map(this::content).toList();
    }

    private Content content(PartitionManifest partition) {
        if (!plan.places().shrinks(partition)) {
            return new Content(disk, seen, partition);
        }
        List<PartitionManifest> behind = plan.partitions().stream()
                .filter(later -> later.start() > partition.start())
                .toList();
        SmallerTarget smaller =
                new SmallerTarget(new Target(disk, seen), plan.places().original(partition), partition, behind, tools);
        return new Content(disk, seen, smaller.whole(), Optional.of(smaller));
    }

    @Override
    public List<PartitionManifest> partitions() {
        return plan.partitions();
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public void complete() throws FailureException {
        new Completion(disk, seen, plan, tools, restored, progress).run();
    }

    @Override
    public void abandon() throws FailureException {
        new Erasure(disk).tables();
    }
}
