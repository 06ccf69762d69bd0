package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.JoinedDisk;
import fr.brume.agent.filesystem.Kind;
import fr.brume.protocol.image.PartitionManifest;

/**
 * A stored partition and where it goes.
 *
 * @param disk onto which
 * @param seen the same, past the cache
 * @param partition whose start is the place on this disk, and whose size the room there
 */
record Content(Disk disk, Disk seen, PartitionManifest partition) {
    /** Whether its free blocks are nobody's: those of a physical volume are its logical volumes', and a volume has no device yet. */
    boolean clearable() {
        return Kind.of(partition.fileSystem()) != Kind.LVM && !(disk instanceof JoinedDisk);
    }
}
