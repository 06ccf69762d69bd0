package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;

/** Opens disks the only ways there are: kept from writes or not, through the kernel's cache or past it. */
public interface DiskOpener {
    /** A disk that the kernel itself lets nobody write any more. */
    Disk source(DiskReport disk) throws FailureException;

    /** A disk whose content will be replaced. */
    Disk target(DiskReport disk) throws FailureException;

    /** As {@link #source}, past the cache. */
    Disk directSource(DiskReport disk) throws FailureException;

    /** As {@link #target}, past the cache. */
    Disk directTarget(DiskReport disk) throws FailureException;
}
