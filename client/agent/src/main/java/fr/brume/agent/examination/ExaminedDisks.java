package fr.brume.agent.examination;

import fr.brume.agent.disk.DiskChoice;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.List;

/** Which disks are looked at: all of them, or the one that the host's setting names. */
final class ExaminedDisks {
    private ExaminedDisks() {}

    /** @throws FailureException NO_DISK when there is none, or the named one is not there */
    static List<DiskReport> of(List<DiskReport> disks, String wanted) throws FailureException {
        if (wanted != null && !wanted.isBlank()) {
            return List.of(DiskChoice.of(disks, wanted));
        }
        if (disks.isEmpty()) {
            throw new FailureException(Failure.NO_DISK);
        }
        return disks;
    }
}
