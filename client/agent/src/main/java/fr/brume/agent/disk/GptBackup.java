package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The GPT of a disk in the format of {@code sgdisk --backup}: protective MBR, main header, backup header (512 bytes each), then
 * 128 entries of 128 bytes (UEFI specification 2.10, section 5.3).
 */
public final class GptBackup {
    static final int ENTRIES_BYTES = 128 * 128;

    /** Bytes of the protective MBR and of each header, whatever the sector size. */
    static final int PIECE = 512;

    private static final int BACKUP_LBA = 32;
    private static final int ENTRIES_LBA = 72;
    private static final int ENTRY_COUNT = 80;
    private static final int ENTRY_SIZE = 84;

    private GptBackup() {}

    /** Reads 17920 bytes; UNSUPPORTED_TABLE when the header is none or its entries are not 128 of 128 bytes. */
    public static byte[] read(Disk disk) throws FailureException {
        ByteBuffer backup = ByteBuffer.allocate(3 * PIECE + ENTRIES_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        disk.read(0, backup.limit(PIECE));
        disk.read(disk.sectorSize(), backup.limit(2 * PIECE));
        String magic = new String(backup.array(), PIECE, 8, StandardCharsets.US_ASCII);
        long backupLba = backup.getLong(PIECE + BACKUP_LBA);
        long entriesLba = backup.getLong(PIECE + ENTRIES_LBA);
        boolean usual = backup.getInt(PIECE + ENTRY_COUNT) == 128 && backup.getInt(PIECE + ENTRY_SIZE) == 128;
        long sectors = disk.bytes() / disk.sectorSize();
        if (!magic.equals("EFI PART") || !usual || outside(backupLba, sectors) || outside(entriesLba, sectors - 4)) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, disk.device(), "GPT");
        }
        disk.read(backupLba * disk.sectorSize(), backup.limit(3 * PIECE));
        disk.read(entriesLba * disk.sectorSize(), backup.limit(backup.capacity()));
        return backup.array();
    }

    private static boolean outside(long lba, long sectors) {
        return lba < 1 || lba >= sectors;
    }
}
