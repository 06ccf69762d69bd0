package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The GPT of a disk in the format of {@code sgdisk --backup}: protective MBR, main header, backup header (512 bytes each), then
 * the entries of 128 bytes, of which there are mostly 128 (UEFI specification 2.10, section 5.3).
 */
public final class GptBackup {
    private static final int ENTRY_BYTES = 128;
    /** What every GPT keeps free for entries, however few there are (section 5.3.1). */
    private static final int LEAST_ENTRIES_BYTES = 128 * ENTRY_BYTES;
    /** A side file of that length is still one. */
    private static final int MOST_ENTRIES = 4096;

    /** Bytes of the protective MBR and of each header, whatever the sector size. */
    static final int PIECE = 512;

    private static final int BACKUP_LBA = 32;
    private static final int ENTRIES_LBA = 72;
    private static final int ENTRY_COUNT = 80;
    private static final int ENTRY_SIZE = 84;

    private GptBackup() {}

    /** Reads 17920 bytes where there are 128 entries; UNSUPPORTED_TABLE when the header is none, or its entries are of another length. */
    public static byte[] read(Disk disk) throws FailureException {
        ByteBuffer first = ByteBuffer.allocate(2 * PIECE).order(ByteOrder.LITTLE_ENDIAN);
        disk.read(0, first.limit(PIECE));
        disk.read(disk.sectorSize(), first.limit(2 * PIECE));
        String magic = new String(first.array(), PIECE, 8, StandardCharsets.US_ASCII);
        int count = first.getInt(PIECE + ENTRY_COUNT);
        int size = first.getInt(PIECE + ENTRY_SIZE);
        if (!magic.equals("EFI PART") || size != ENTRY_BYTES || count < 1 || count > MOST_ENTRIES) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, disk.device(), "GPT: " + count + " x " + size);
        }
        ByteBuffer backup = ByteBuffer.allocate(3 * PIECE + count * ENTRY_BYTES).put(first.flip());
        read(disk, first.getLong(PIECE + BACKUP_LBA), backup.limit(3 * PIECE));
        read(disk, first.getLong(PIECE + ENTRIES_LBA), backup.limit(backup.capacity()));
        return backup.array();
    }

    private static void read(Disk disk, long lba, ByteBuffer into) throws FailureException {
        long most = (disk.bytes() - into.remaining()) / disk.sectorSize();
        if (lba < 1 || lba > most) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, disk.device(), "GPT: " + lba);
        }
        disk.read(lba * disk.sectorSize(), into);
    }

    /** What the copy of a table with so many entries takes at the end of a disk, bytes. */
    static long copyBytes(int entries, int sectorSize) {
        long sectors = (Math.max(LEAST_ENTRIES_BYTES, (long) entries * ENTRY_BYTES) + sectorSize - 1) / sectorSize;
        return (1 + sectors) * sectorSize;
    }
}
