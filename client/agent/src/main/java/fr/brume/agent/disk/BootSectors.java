package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The boot code of a disk as {@code d1.mbr} holds it: on a dos table the sectors before the first partition, 2048 at most; on a
 * GPT a {@link GptBackup}, which begins with the protective record.
 */
public final class BootSectors {
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

    /** Whether the record before a GPT describes partitions too, for programs that know no GPT. */
    public static boolean hybrid(PartitionTable table, byte[] saved) {
        return table.gpt() && MasterBootRecord.hybrid(Arrays.copyOf(saved, GptBackup.PIECE));
    }

    /**
     * Writes them into a disk that has its table already: first what lies behind sector 0, on which boot code relies, and when
     * that is on the medium sector 0 as a whole.
     *
     * @param table of the source
     * @param saved content of {@code d1.mbr}
     * @param sourceBytes size of the source
     */
    public static void write(Disk disk, PartitionTable table, byte[] saved, long sourceBytes) throws FailureException {
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
        disk.write(0, ByteBuffer.wrap(firstSector(first.array(), table, saved, disk.bytes() == sourceBytes)));
        disk.flush();
    }

    private static byte[] firstSector(byte[] now, PartitionTable table, byte[] saved, boolean sameSize) {
        if (!table.gpt()) {
            return MasterBootRecord.ofDos(Arrays.copyOf(saved, now.length), now);
        }
        byte[] record = MasterBootRecord.ofGpt(Arrays.copyOf(saved, GptBackup.PIECE), now, sameSize);
        System.arraycopy(record, 0, now, 0, record.length);
        return now;
    }
}
