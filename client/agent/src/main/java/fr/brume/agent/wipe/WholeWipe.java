package fr.brume.agent.wipe;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.util.OptionalLong;

/** Leaves a disk of which every byte was read back as zero. */
final class WholeWipe {
    private final Disk disk;
    private final Overwrite overwrite;
    private final TaskProgress progress;
    private final Stretch all;

    WholeWipe(Disk disk, Overwrite overwrite, TaskProgress progress) {
        this.disk = disk;
        this.overwrite = overwrite;
        this.progress = progress;
        this.all = new Stretch(0, disk.bytes());
    }

    /** @param forgotten whether the disk says that it holds nothing any more: a normal wipe then first looks whether that is so */
    void run(WipeMode mode, boolean forgotten) throws FailureException {
        boolean look = forgotten && mode == WipeMode.NORMAL;
        long passes = mode == WipeMode.FULL ? 3 : look ? 1 : 2;
        progress.begin(0, passes * disk.bytes());
        if (look && readsZero()) {
            return;
        }
        if (look) {
            progress.expect(3 * disk.bytes());
        }
        if (mode == WipeMode.FULL) {
            overwrite.random(all);
            progress.found(Finding.of(disk.device(), FindingKind.OVERWRITTEN_RANDOM, disk.bytes()));
        }
        overwrite.zeros(all);
        progress.found(Finding.of(disk.device(), FindingKind.OVERWRITTEN_ZERO, disk.bytes()));
        overwrite.requireZero(all);
        progress.found(Finding.of(disk.device(), FindingKind.READ_BACK_ZERO, disk.bytes()));
    }

    private boolean readsZero() throws FailureException {
        OptionalLong left = overwrite.firstNotZero(all);
        progress.found(
                left.isEmpty()
                        ? Finding.of(disk.device(), FindingKind.READ_BACK_ZERO, disk.bytes())
                        : Finding.of(disk.device(), FindingKind.NOT_READ_BACK_ZERO, left.getAsLong()));
        return left.isEmpty();
    }
}
