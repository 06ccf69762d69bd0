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
    private final boolean encryptedAsRaw;

    /** @param encryptedAsRaw whether what is encrypted may be stored as it is */
    public SourceGate(Tools tools, boolean encryptedAsRaw) {
        this.ntfs = new NtfsGate(tools);
        this.encryptedAsRaw = encryptedAsRaw;
    }

    /**
     * How a partition is to be stored: as it was found, or raw when it is encrypted and the order allows that.
     *
     * @throws FailureException BITLOCKER, LUKS, NTFS_HIBERNATED, NTFS_DIRTY or FILE_SYSTEM_DAMAGED with the partition's number
     */
    public FileSystem check(Disk disk, TableEntry entry, FileSystem found) throws FailureException {
        if (!found.kind().stored()) {
            return found;
        }
        FileSystem fileSystem = bitLocker(disk, entry) ? FileSystem.of(Kind.BITLOCKER, "") : found;
        if (fileSystem.kind().encrypted()) {
            return encrypted(fileSystem.kind(), entry);
        }
        requireClosed(disk, entry, fileSystem);
        return fileSystem;
    }

    private FileSystem encrypted(Kind kind, TableEntry entry) throws FailureException {
        if (!encryptedAsRaw) {
            Failure failure = kind == Kind.LUKS ? Failure.LUKS : Failure.BITLOCKER;
            throw new FailureException(failure, Integer.toString(entry.number()));
        }
        return FileSystem.raw(kind.text());
    }

    private void requireClosed(Disk disk, TableEntry entry, FileSystem fileSystem) throws FailureException {
        long start = entry.startSector() * disk.sectorSize();
        if (fileSystem.kind() == Kind.NTFS) {
            ntfs.check(entry.device(disk), entry.number());
        } else if (fileSystem.kind().ext()) {
            ExtSuperblock.read(disk, start).requireClean(entry.number());
        }
    }

    private static boolean bitLocker(Disk disk, TableEntry entry) throws FailureException {
        ByteBuffer sector = ByteBuffer.allocate(disk.sectorSize());
        disk.read(entry.startSector() * disk.sectorSize(), sector);
        String signature = new String(sector.array(), BITLOCKER_AT, BITLOCKER.length(), StandardCharsets.US_ASCII);
        return signature.equals(BITLOCKER);
    }
}
