package fr.brume.agent.filesystem;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The boot sectors of a FAT or exFAT whose partition begins elsewhere than on the source: they hold its first sector, which boot
 * code reads (Microsoft's FAT specification 1.03, fields BPB_HiddSec and BPB_BkBootSec; exFAT specification, sections 3.1 and 3.4).
 */
public final class MovedBootSector {
    private static final int HIDDEN_SECTORS = 0x1C;
    private static final int SECTORS_PER_FAT_16 = 0x16;
    private static final int FAT32_BACKUP = 0x32;
    private static final int EXFAT_PARTITION_OFFSET = 0x40;
    private static final int EXFAT_BYTES_PER_SECTOR_SHIFT = 0x6C;
    /** Sectors of an exFAT boot region; the last holds the checksum of those before. */
    private static final int EXFAT_REGION = 12;

    private MovedBootSector() {}

    /**
     * Puts the fields right; other file systems hold none.
     *
     * @param fileSystem as in the manifest
     * @param start first byte of the partition
     */
    public static void repair(Disk disk, String fileSystem, long start) throws FailureException {
        if (fileSystem.equals("vfat")) {
            fat(disk, start);
        } else if (fileSystem.equals("exfat")) {
            exfat(disk, start);
        }
    }

    private static void fat(Disk disk, long start) throws FailureException {
        ByteBuffer sector = read(disk, start, disk.sectorSize());
        int backup = sector.getShort(SECTORS_PER_FAT_16) == 0 ? Short.toUnsignedInt(sector.getShort(FAT32_BACKUP)) : 0;
        sector.putInt(HIDDEN_SECTORS, (int) (start / disk.sectorSize()));
        disk.write(start, sector.rewind());
        if (backup > 0 && backup != 0xFFFF) {
            long copy = start + (long) backup * disk.sectorSize();
            ByteBuffer second = read(disk, copy, disk.sectorSize());
            second.putInt(HIDDEN_SECTORS, (int) (start / disk.sectorSize()));
            disk.write(copy, second.rewind());
        }
    }

    private static void exfat(Disk disk, long start) throws FailureException {
        int shift = read(disk, start, disk.sectorSize()).get(EXFAT_BYTES_PER_SECTOR_SHIFT);
        if (shift < 9 || shift > 12) {
            return;
        }
        int sectorSize = 1 << shift;
        int length = EXFAT_REGION * sectorSize;
        for (long region = start; region <= start + length; region += length) {
            ByteBuffer sectors = read(disk, region, length);
            // 0 says that the field is not to be looked at.
            if (sectors.getLong(EXFAT_PARTITION_OFFSET) != 0) {
                sectors.putLong(EXFAT_PARTITION_OFFSET, start / sectorSize);
                int checksum = checksum(sectors, length - sectorSize);
                for (int at = length - sectorSize; at < length; at += Integer.BYTES) {
                    sectors.putInt(at, checksum);
                }
                disk.write(region, sectors.rewind());
            }
        }
    }

    /** Of all but the flags and the percentage in use, which change while the file system is used (section 3.4). */
    private static int checksum(ByteBuffer sectors, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            if (i != 0x6A && i != 0x6B && i != 0x70) {
                sum = Integer.rotateRight(sum, 1) + Byte.toUnsignedInt(sectors.get(i));
            }
        }
        return sum;
    }

    private static ByteBuffer read(Disk disk, long at, int length) throws FailureException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        disk.read(at, bytes);
        return bytes;
    }
}
