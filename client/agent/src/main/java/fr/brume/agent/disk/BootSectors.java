package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The boot code of a disk as {@code d1.mbr} holds it: on a dos table the sectors before the first partition, 2048 at most; on a
 * GPT a {@link GptBackup}, of which the first 440 bytes may be boot code.
 */
public final class BootSectors {
    /** Boot code ends where the disk signature begins. */
    static final int CODE_BYTES = 440;

    private static final int MOST_SECTORS = 2048;
    /** A side file is no longer. */
    private static final int MOST_BYTES = 1 << 20;

    private BootSectors() {}

    public static byte[] read(Disk disk, PartitionTable table) throws FailureException {
        if (table.gpt()) {
            return GptBackup.read(disk);
        }
        long sectors = Math.max(1, Math.min(MOST_SECTORS, table.firstSector()));
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, sectors * disk.sectorSize()));
        disk.read(0, bytes);
        return bytes.array();
    }

    /** Writes the boot code into a disk that has its table already; the table of the disk is kept. */
    public static void write(Disk disk, PartitionTable table, byte[] saved) throws FailureException {
        int sector = disk.sectorSize();
        if (!table.gpt()) {
            long gap = Math.min(saved.length, table.firstSector() * sector);
            if (gap > sector) {
                disk.write(sector, ByteBuffer.wrap(saved, sector, (int) gap - sector));
                disk.flush();
            }
        }
        ByteBuffer first = ByteBuffer.allocate(sector);
        disk.read(0, first);
        byte[] code = Arrays.copyOf(saved, CODE_BYTES);
        disk.write(0, first.clear().put(code).rewind());
        disk.flush();
    }
}
