package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;

/** Opens the disks of the machine. */
public final class KernelDisks implements DiskOpener {
    private final WriteProtection protection;
    private final Partitions partitions;

    public KernelDisks(WriteProtection protection, Partitions partitions) {
        this.protection = protection;
        this.partitions = partitions;
    }

    @Override
    public Disk source(DiskReport disk) throws FailureException {
        protection.protect(disk.device());
        return BlockDisk.openToRead(disk, partitions);
    }

    @Override
    public Disk target(DiskReport disk) throws FailureException {
        return DirectDisk.openToFill(disk, partitions);
    }

    @Override
    public Disk directSource(DiskReport disk) throws FailureException {
        protection.protect(disk.device());
        return DirectDisk.openToRead(disk, partitions);
    }

    @Override
    public Disk directTarget(DiskReport disk) throws FailureException {
        return DirectDisk.openToWrite(disk, partitions);
    }
}
