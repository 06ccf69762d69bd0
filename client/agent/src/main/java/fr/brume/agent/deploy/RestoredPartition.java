package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.MovedBootSector;
import fr.brume.agent.filesystem.NtfsBootSector;
import fr.brume.agent.filesystem.TargetCheck;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;

/** The last steps of a partition whose blocks are all on the medium. */
final class RestoredPartition {
    private final TargetCheck fileSystems;

    /** @param readBack whether what was written is read back before */
    RestoredPartition(Tools tools, boolean readBack) {
        this.fileSystems = new TargetCheck(tools, readBack);
    }

    /**
     * Puts right what its boot sector says of its place.
     *
     * @param logical whether it lies in an extended partition, or is none: nothing there says where it begins
     * @param moved whether it began elsewhere on the source
     * @return whether anything may have been written
     */
    boolean repair(Disk disk, PartitionManifest partition, boolean logical, boolean moved) throws FailureException {
        boolean ntfs = Kind.of(partition.fileSystem()) == Kind.NTFS;
        if (ntfs) {
            NtfsBootSector.repair(disk, partition.start(), partition.bytes(), logical);
        } else if (moved && !logical) {
            MovedBootSector.repair(disk, partition.fileSystem(), partition.start());
        }
        return ntfs || moved && !logical;
    }

    /** Has it looked at, with the size that it has in the image, or makes the swap area that it was. */
    void finish(PartitionManifest partition, String device) throws FailureException {
        finish(partition, device, false);
    }

    /** @param changed whether a tool gave the file system another size */
    void finish(PartitionManifest partition, String device, boolean changed) throws FailureException {
        Kind kind = Kind.of(partition.fileSystem());
        if (kind == Kind.SWAP) {
            fileSystems.makeSwap(device, partition.uuid());
        } else {
            fileSystems.check(kind, device, partition.number(), changed);
        }
    }
}
