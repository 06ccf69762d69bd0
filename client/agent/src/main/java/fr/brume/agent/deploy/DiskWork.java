package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Set;

/** What a deploy does to one disk. Called in this order; with several disks each step is done on all of them before the next. */
interface DiskWork {
    /** Refuses what cannot be done. Writes nothing. */
    void check() throws FailureException;

    /**
     * Takes away what makes the disk, or what of it will be overwritten, look good.
     *
     * @param kept of {@link #contents}, those of which most is there already
     */
    void erase(Set<Content> kept) throws FailureException;

    /** What is written, in order. */
    List<Content> contents();

    /** The partitions that are replaced, stored or not, where they will be; none of a disk without table. */
    List<PartitionManifest> partitions();

    /** The disk as it is written. */
    Disk disk();

    /** All contents are on the medium: checks them and makes the disk start. */
    void complete() throws FailureException;

    /** Something failed: makes sure that what was overwritten does not look good. */
    void abandon() throws FailureException;
}
