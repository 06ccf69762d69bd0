package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;

/** Opens disks the only two ways there are. */
public interface DiskOpener {
    /** A disk that the kernel itself lets nobody write any more. */
    Disk source(DiskReport disk) throws FailureException;

    /** A disk whose content will be replaced. */
    Disk target(DiskReport disk) throws FailureException;
}
