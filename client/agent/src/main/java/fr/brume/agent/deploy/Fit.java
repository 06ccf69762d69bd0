package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;

/** Whether a disk can take another one's content at all. */
final class Fit {
    private Fit() {}

    /**
     * Refuses a disk with other sectors, or too few of them.
     *
     * @param needed bytes
     */
    static void require(DiskManifest source, long needed, Disk disk, Texts texts) throws FailureException {
        if (disk.sectorSize() != source.sectorSize()) {
            throw new FailureException(
                    Failure.SECTOR_SIZE_MISMATCH,
                    Integer.toString(source.sectorSize()),
                    disk.device(),
                    Integer.toString(disk.sectorSize()));
        }
        if (disk.bytes() < needed) {
            throw new FailureException(
                    Failure.DISK_TOO_SMALL, texts.exactBytes(needed), disk.device(), texts.exactBytes(disk.bytes()));
        }
    }
}
