package fr.brume.agent.deploy;

import fr.brume.agent.disk.Tools;
import fr.brume.agent.lvm.VolumeGroup;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.ImageScope;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.VolumeGroupManifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which disks of the machine take which disks of the image, and what is done to each. */
final class ImagePlan {
    private final TaskOrder order;
    private final ImageManifest manifest;
    private final ImageScope scope;

    private ImagePlan(TaskOrder order, ImageScope scope) {
        this.order = order;
        this.manifest = order.manifest();
        this.scope = scope;
    }

    /** Reads the order; IMAGE_MISSING without a version, PARTITION_NOT_IN_IMAGE when it does not hold what is asked for. */
    static ImagePlan of(TaskOrder order) throws FailureException {
        ImageManifest manifest = order.manifest();
        if (manifest == null || manifest.disks().isEmpty()) {
            throw new FailureException(Failure.IMAGE_MISSING, order.imageName());
        }
        ImageScope wanted = new ImageScope(manifest.imageType(), order.partitionChoice());
        ImageScope held = new ImageScope(manifest.imageType(), manifest.partitionChoice());
        if (!held.everything() && !wanted.everything() && !held.equals(wanted)) {
            throw notInImage(order, wanted);
        }
        return new ImagePlan(order, held.everything() ? wanted : held);
    }

    /** The disks that the image takes of these, which are in order. */
    List<DiskReport> choose(List<DiskReport> disks) throws FailureException {
        int needed = manifest.disks().size();
        if (disks.size() < needed) {
            throw new FailureException(Failure.DISK_COUNT, Integer.toString(needed), Integer.toString(disks.size()));
        }
        return disks.subList(0, needed);
    }

    /** What is done to these disks, of which there are as many as were chosen. */
    List<DiskWork> works(List<Target> targets, Tools tools, Texts texts, TaskProgress progress)
            throws FailureException {
        List<DiskWork> works = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            works.add(work(manifest.disks().get(i), targets.get(i), tools, texts, progress));
        }
        return works;
    }

    /** The volume groups that lie wholly on what is deployed. Asked for when the works were checked. */
    List<GroupWork> groups(List<DiskWork> works, Tools tools) throws FailureException {
        List<List<Content>> contents = works.stream().map(DiskWork::contents).toList();
        List<GroupWork> groups = new ArrayList<>();
        for (VolumeGroupManifest group : manifest.volumeGroups()) {
            String text = new String(SideFiles.of(order, group.backup()), StandardCharsets.UTF_8);
            VolumeGroup metadata = VolumeGroup.parse(group.backup(), text);
            GroupWork work = new GroupWork(group, metadata, contents, restored(tools));
            if (work.whole()) {
                groups.add(work);
            } else if (scope.everything()) {
                throw new FailureException(Failure.IMAGE_CORRUPT, group.backup());
            }
        }
        return groups;
    }

    private PartitionManifest wanted(DiskManifest source) throws FailureException {
        return source.partitions().stream()
                .filter(partition -> partition.number() == scope.onlyPartition())
                .filter(partition -> !partition.fileSystem().equals("extended"))
                .findFirst()
                .orElseThrow(() -> notInImage(order, scope));
    }

    private static FailureException notInImage(TaskOrder order, ImageScope scope) {
        return new FailureException(
                Failure.PARTITION_NOT_IN_IMAGE, Integer.toString(scope.onlyPartition()), order.imageName());
    }

    private DiskWork work(DiskManifest source, Target target, Tools tools, Texts texts, TaskProgress progress)
            throws FailureException {
        if (scope.onlyPartition() > 0) {
            return new PartitionWork(source, wanted(source), target, tools, restored(tools), texts);
        }
        if (source.table().equals("none")) {
            return new WholeDiskWork(source, target, restored(tools), texts);
        }
        TargetPlan plan = TargetPlan.of(order, source);
        return scope.bootCodeOnly()
                ? new BootCodeWork(plan, target.disk(), tools, texts)
                : new TableWork(plan, target, tools, restored(tools), texts, progress);
    }

    private RestoredPartition restored(Tools tools) {
        return new RestoredPartition(tools, order.options().verification() != VerificationMode.OFF);
    }
}
