package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.JoinedDisk;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.resize.FreeMemory;
import fr.brume.agent.resize.MemoryDevice;
import fr.brume.agent.resize.Shrinking;
import fr.brume.agent.resize.Tail;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A partition that is smaller on this disk than its file system is in the image. It is restored onto a composed device of the
 * source's size, of which only the beginning is the partition; there the file system's own tools make it smaller, and the rest is
 * dropped. In the order of the disk, because part of the rest lies where nothing was restored yet. Not safe for threads.
 */
final class SmallerTarget {
    private static final Path PROC = Path.of("/proc");

    private final Target target;
    private final PartitionManifest original;
    private final PartitionManifest placed;
    private final List<PartitionManifest> behind;
    private final Tools tools;
    private Tail tail;

    /**
     * A partition that is to be shrunk.
     *
     * @param original as captured
     * @param placed the same on the disk
     * @param behind what comes later on the disk
     */
    SmallerTarget(
            Target target,
            PartitionManifest original,
            PartitionManifest placed,
            List<PartitionManifest> behind,
            Tools tools) {
        this.target = target;
        this.original = original;
        this.placed = placed;
        this.behind = behind;
        this.tools = tools;
    }

    /** What is restored: all of the file system, from where the partition begins. */
    PartitionManifest whole() {
        return original.at(placed.start(), original.bytes());
    }

    /**
     * Finds out where the rest goes; nothing was written yet.
     *
     * @throws FailureException NOT_ENOUGH_SCRATCH when there is no room for it
     */
    void plan(PartitionGeometry geometry, KeptHead head) throws FailureException, IOException {
        Tail.Room room = Tail.room(original, placed, target.disk().bytes());
        long used = room.allOnDisk() ? 0 : TailUse.behind(new HeadReader(geometry, head), geometry, room.behind());
        tail = room.tail(placed, used, FreeMemory.bytes(PROC));
    }

    /** Clears all of the partition, before anything is restored: afterwards nobody knows its free blocks. */
    void clear(FreeSpaceMode mode, TaskProgress progress) throws FailureException {
        new FreeSpace(target.disk(), tools, mode, progress).clear(placed.start(), placed.bytes());
        target.disk().flush();
    }

    /** Restores, and reads back, the whole of a file system. */
    @FunctionalInterface
    interface Whole {
        void restore(PartitionJob job) throws FailureException;
    }

    /** @throws FailureException the cause; the partition then has no signature any more */
    void restore(PartitionJob job, Whole whole) throws FailureException {
        Erasure erasure = new Erasure(target.disk());
        try (MemoryDevice memory = MemoryDevice.of(tools, tail, target.disk().sectorSize())) {
            compose(job, whole, memory);
        } catch (FailureException e) {
            erasure.signatures(placed, false);
            target.disk().flush();
            throw e;
        }
        // What the rest has left behind must not be taken for a file system.
        for (PartitionManifest later : behind) {
            erasure.signatures(later, false);
        }
        target.disk().flush();
    }

    private void compose(PartitionJob job, Whole whole, MemoryDevice memory) throws FailureException {
        Disk disk = target.disk();
        try {
            JoinedDisk device = joined(disk, memory);
            Content content = new Content(device, joined(target.seen(), memory), original.at(0, original.bytes()));
            whole.restore(new PartitionJob(content, job.head(), false, job.restored()));
            device.flush();
            new Shrinking(tools).shrink(placed, device.map());
        } finally {
            disk.releaseJoined();
            // The kernel keeps what it read of the disk before, and the disk was written behind its back.
            tools.require(disk.device(), "blockdev", "--flushbufs", disk.device());
        }
    }

    private JoinedDisk joined(Disk disk, MemoryDevice memory) {
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(disk, placed.start(), placed.bytes()));
        if (tail.diskBytes() > 0) {
            stretches.add(new Stretch(disk, tail.diskStart(), tail.diskBytes()));
        }
        if (tail.memoryBytes() > 0) {
            stretches.add(new Stretch(memory.disk(), 0, tail.memoryBytes()));
        }
        return new JoinedDisk(stretches, true);
    }
}
