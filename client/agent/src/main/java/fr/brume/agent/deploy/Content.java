package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.JoinedDisk;
import fr.brume.agent.filesystem.Kind;
import fr.brume.protocol.image.PartitionManifest;
import java.util.Optional;

/**
 * A stored partition and where it goes.
 *
 * @param disk onto which
 * @param seen the same, past the cache
 * @param partition whose start is the place on this disk, and whose size the room there
 * @param smaller how it is restored where there is less room than its file system has in the image; empty elsewhere
 */
record Content(Disk disk, Disk seen, PartitionManifest partition, Optional<SmallerTarget> smaller) {
    Content(Disk disk, Disk seen, PartitionManifest partition) {
        this(disk, seen, partition, Optional.empty());
    }

    /** Whether what was restored lies there as it does in the image. */
    boolean asInImage() {
        return smaller.isEmpty();
    }

    /** Whether its free blocks are nobody's: those of a physical volume are its logical volumes', and a volume has no device yet. */
    boolean clearable() {
        return asInImage() && Kind.of(partition.fileSystem()) != Kind.LVM && !(disk instanceof JoinedDisk);
    }
}
