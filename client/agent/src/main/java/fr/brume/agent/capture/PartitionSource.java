package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.filesystem.FileSystem;
import fr.brume.agent.progress.TaskProgress.PartitionSize;
import fr.brume.protocol.image.PartitionManifest;

/**
 * One partition of the source.
 *
 * @param disk on which it lies
 * @param name in the image folder: {@code d1p2}
 * @param entry of the table
 * @param start first byte on the disk
 * @param bytes size
 * @param fileSystem that it holds
 * @param head map of the used blocks; null where nothing is stored
 */
record PartitionSource(
        Disk disk, String name, TableEntry entry, long start, long bytes, FileSystem fileSystem, PartitionHead head) {
    boolean stored() {
        return head != null;
    }

    String file() {
        return stored() ? name + ".img" : "";
    }

    long usedBytes() {
        return stored() ? head.usedBytes() : 0;
    }

    PartitionSize size() {
        return new PartitionSize(
                entry.number(),
                fileSystem.kind().text(),
                bytes,
                usedBytes(),
                head.geometry().blockSize());
    }

    /** @param rootDigest empty when it is not known yet, or nothing is stored */
    PartitionManifest manifest(String rootDigest) {
        return new PartitionManifest(
                entry.number(),
                start,
                bytes,
                entry.type(),
                entry.name(),
                fileSystem.kind().text(),
                fileSystem.uuid(),
                usedBytes(),
                stored() ? head.geometry().blockSize() : 0,
                file(),
                stored() ? head.geometry().regionSize() : 0,
                stored() ? head.geometry().headFrames() : 0,
                rootDigest,
                stored() ? head.minimumBytes() : 0,
                fileSystem.rawReason());
    }
}
