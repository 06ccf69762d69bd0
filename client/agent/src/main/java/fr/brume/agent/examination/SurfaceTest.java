package fr.brume.agent.examination;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.agent.disk.Sweep;
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
import java.util.List;

/** Reads every sector of the disks and lists those that cannot be read. Nothing is written: the kernel itself is told so. */
public final class SurfaceTest implements TaskWork {
    private final DiskOpener disks;

    public SurfaceTest(DiskOpener disks) {
        this.disks = disks;
    }

    @Override
    public void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        List<DiskReport> chosen = ExaminedDisks.of(conversation.inventory().disks(), order.primaryDisk());
        progress.begin(0, chosen.stream().mapToLong(DiskReport::bytes).sum());
        progress.phase(Phase.TESTING);
        Sweep sweep = new Sweep(progress, cancellation);
        for (DiskReport report : chosen) {
            progress.found(
                    Finding.of(report.device(), FindingKind.DISK, report.model(), report.serial(), report.bytes()));
            try (Disk disk = disks.directSource(report)) {
                read(disk, sweep, progress, cancellation);
            }
        }
    }

    private static void read(Disk disk, Sweep sweep, TaskProgress progress, Cancellation cancellation)
            throws FailureException {
        BadStretches bad = new BadStretches();
        SectorReader reader = new SectorReader(disk, bad, cancellation);
        boolean whole = true;
        try {
            sweep.over(0, disk.bytes(), reader::read);
        } catch (SectorReader.TooManyException e) {
            whole = false;
        }
        tell(disk, bad, whole, reader.position(), progress);
    }

    private static void tell(Disk disk, BadStretches bad, boolean whole, long read, TaskProgress progress) {
        if (bad.count() == 0) {
            progress.found(Finding.of(disk.device(), FindingKind.SURFACE_GOOD, disk.bytes()));
            return;
        }
        progress.found(
                whole
                        ? Finding.of(disk.device(), FindingKind.SURFACE_BAD, bad.bytes(), bad.count(), disk.bytes())
                        : Finding.of(disk.device(), FindingKind.SURFACE_GIVEN_UP, bad.bytes(), bad.count(), read));
        for (BadStretches.Stretch stretch : bad.listed()) {
            long last = (stretch.end() - 1) / disk.sectorSize();
            progress.found(
                    Finding.of(disk.device(), FindingKind.BAD_SECTORS, stretch.first() / disk.sectorSize(), last));
        }
        if (bad.count() > bad.listed().size()) {
            progress.found(Finding.of(
                    disk.device(),
                    FindingKind.MORE_BAD_SECTORS,
                    bad.count() - bad.listed().size()));
        }
    }
}
