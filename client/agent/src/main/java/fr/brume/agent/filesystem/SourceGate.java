package fr.brume.agent.filesystem;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Refuses, before anything is read for a capture, what would become an image that does not start. Reads only. */
public final class SourceGate {
    private static final int BITLOCKER_AT = 3;
    private static final String BITLOCKER = "-FVE-FS-";

    private final NtfsGate ntfs;

    public SourceGate(Tools tools) {
        this.ntfs = new NtfsGate(tools);
    }

    /** @throws FailureException BITLOCKER, NTFS_HIBERNATED, NTFS_DIRTY or FILE_SYSTEM_DAMAGED with the partition's number */
    public void check(Disk disk, TableEntry entry, FileSystem fileSystem) throws FailureException {
        if (!fileSystem.kind().stored()) {
            return;
        }
        long start = entry.startSector() * disk.sectorSize();
        refuseBitLocker(disk, entry, start);
        if (fileSystem.kind() == Kind.NTFS) {
            String device = disk.partition(entry.number(), start, entry.sectors() * disk.sectorSize());
            ntfs.check(device, entry.number());
        } else if (fileSystem.kind().ext()) {
            ExtSuperblock.read(disk, start).requireClean(entry.number());
        }
    }

    private static void refuseBitLocker(Disk disk, TableEntry entry, long start) throws FailureException {
        ByteBuffer sector = ByteBuffer.allocate(disk.sectorSize());
        disk.read(start, sector);
        String signature = new String(sector.array(), BITLOCKER_AT, BITLOCKER.length(), StandardCharsets.US_ASCII);
        if (signature.equals(BITLOCKER)) {
            throw new FailureException(Failure.BITLOCKER, Integer.toString(entry.number()));
        }
    }
}
