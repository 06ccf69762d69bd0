package fr.brume.agent.filesystem;

import fr.brume.agent.disk.Disk;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The boot sector of a restored NTFS: its field "hidden sectors" (offset 0x1C) is the first sector of the partition, without
 * which Windows' boot code reads elsewhere, and its copy is the last sector of the partition, which no file system tool
 * restores because it belongs to no cluster.
 */
public final class NtfsBootSector {
    private static final int HIDDEN_SECTORS = 0x1C;

    private NtfsBootSector() {}

    /**
     * Puts both right.
     *
     * @param start first byte of the partition
     * @param bytes size of the partition
     * @param logical whether it lies in an extended partition, where the field counts from there and stays as it is
     */
    public static void repair(Disk disk, long start, long bytes, boolean logical) throws FailureException {
        int sectorSize = disk.sectorSize();
        ByteBuffer sector = ByteBuffer.allocate(sectorSize).order(ByteOrder.LITTLE_ENDIAN);
        disk.read(start, sector);
        long startSector = start / sectorSize;
        if (!logical && startSector <= 0xFFFFFFFFL) {
            sector.putInt(HIDDEN_SECTORS, (int) startSector);
            disk.write(start, sector.rewind());
        }
        disk.write(start + bytes - sectorSize, sector.rewind());
    }
}
