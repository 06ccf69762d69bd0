package fr.brume.agent.wipe;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskChoice;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.PartitionTable;
import fr.brume.agent.disk.PartitionTableTool;
import fr.brume.agent.disk.Sweep;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.machine.DiskTraits;
import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.TaskWork;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.List;

/** Erases the disk of the host. What was done, and what was not, stands in the findings. */
public final class Wipe implements TaskWork {
    private final WipeMode mode;
    private final DiskOpener disks;
    private final Tools tools;
    private final DiskTraits traits;

    public Wipe(WipeMode mode, DiskOpener disks, Tools tools, DiskTraits traits) {
        this.mode = mode;
        this.disks = disks;
        this.tools = tools;
        this.traits = traits;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        DiskReport choice = choose(conversation.inventory().disks(), order.primaryDisk());
        progress.found(Finding.of(choice.device(), FindingKind.DISK, choice.model(), choice.serial(), choice.bytes()));
        Forgetting forgetting = new Forgetting(tools, traits, progress);
        Sweep sweep = new Sweep(progress, cancellation);
        if (mode == WipeMode.FAST) {
            PartitionTable table = table(choice);
            forgetting.discard(choice);
            try (Disk disk = disks.directTarget(choice)) {
                new FastWipe(disk, new Overwrite(disk, sweep, progress), progress).run(table);
            }
            return;
        }
        boolean forgotten = forgetting.eraseItself(choice, mode) || forgetting.discard(choice);
        cancellation.check();
        try (Disk disk = disks.directTarget(choice)) {
            new WholeWipe(disk, new Overwrite(disk, sweep, progress), progress).run(mode, forgotten);
        }
    }

    /** A disk on USB is somebody's stick or backup unless the host's setting names it. */
    private DiskReport choose(List<DiskReport> all, String wanted) throws FailureException {
        boolean named = wanted != null && !wanted.isBlank();
        return DiskChoice.of(
                all.stream().filter(disk -> named || !traits.usb(disk)).toList(), wanted);
    }

    /** Null for a disk whose table nobody can read: it has no partitions then. */
    private PartitionTable table(DiskReport disk) {
        try {
            return new PartitionTableTool(tools).read(disk.device());
        } catch (FailureException e) {
            return null;
        }
    }
}
