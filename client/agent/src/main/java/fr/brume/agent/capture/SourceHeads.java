package fr.brume.agent.capture;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.filesystem.FileSystem;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.lvm.VolumeGroup.Physical;
import fr.brume.protocol.fault.FailureException;

/** Finds out which blocks of a partition are used. */
final class SourceHeads {
    private final HeadCapture heads;

    SourceHeads(HeadCapture heads) {
        this.heads = heads;
    }

    /** @param name in the image folder */
    PartitionSource source(Disk disk, String name, TableEntry entry, FileSystem fileSystem) throws FailureException {
        long start = entry.startSector() * disk.sectorSize();
        long bytes = entry.sectors() * disk.sectorSize();
        Kind kind = fileSystem.kind();
        if (!kind.stored()) {
            return new PartitionSource(disk, name, entry, start, bytes, fileSystem, null);
        }
        if (!kind.partclone().isEmpty()) {
            try {
                PartitionHead head = heads.used(kind, entry.device(disk), entry.number());
                return new PartitionSource(disk, name, entry, start, bytes, fileSystem, head);
            } catch (ToolFailedException e) {
                if (kind.wellKnown()) {
                    throw e;
                }
                // One of several devices, or newer than the tool: a copy of every block is right whatever it is.
                return raw(disk, name, entry, "tool");
            }
        }
        return raw(disk, name, entry, kind == Kind.RAW ? fileSystem.rawReason() : kind.text());
    }

    /** Label, metadata and whatever else lies outside the extents of a physical volume; those are stored with their volumes. */
    PartitionSource physicalVolume(ExaminedDisk disk, TableEntry entry, FileSystem fileSystem, Physical physical)
            throws FailureException {
        int sector = disk.disk().sectorSize();
        long bytes = entry.sectors() * sector;
        PartitionHead head = heads.allBut(bytes, physical.start(), physical.start() + physical.bytes());
        return new PartitionSource(
                disk.disk(), disk.name(entry), entry, entry.startSector() * sector, bytes, fileSystem, head);
    }

    private PartitionSource raw(Disk disk, String name, TableEntry entry, String reason) throws FailureException {
        long start = entry.startSector() * disk.sectorSize();
        long bytes = entry.sectors() * disk.sectorSize();
        return new PartitionSource(disk, name, entry, start, bytes, FileSystem.raw(reason), heads.raw(bytes));
    }
}
