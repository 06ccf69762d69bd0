package fr.brume.agent.disk;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain of extended boot records of a dos table, one sector before each logical partition. sfdisk makes one of its own on
 * every disk; some systems find their partitions only where their own tool has put the records. The side file {@code d1.ebr}
 * holds each of them as the number of its sector (8 bytes, little-endian) and the sector.
 */
public final class ExtendedRecords {
    private static final int TABLE = 446;
    private static final int ENTRY = 16;
    private static final int TYPE = 4;
    private static final int START = 8;
    private static final int SECTORS = 12;
    private static final int MARK = 510;
    private static final int MOST = 256;

    private ExtendedRecords() {}

    private record Located(long sector, ByteBuffer content) {
        long first(int entry) {
            return Integer.toUnsignedLong(content.getInt(TABLE + entry * ENTRY + START));
        }

        long sectors(int entry) {
            return Integer.toUnsignedLong(content.getInt(TABLE + entry * ENTRY + SECTORS));
        }

        boolean used(int entry) {
            return content.get(TABLE + entry * ENTRY + TYPE) != 0 && sectors(entry) > 0;
        }
    }

    /** Follows the chain; empty without an extended partition. UNSUPPORTED_TABLE when it does not end. */
    public static byte[] read(Disk disk, PartitionTable table) throws FailureException {
        Optional<TableEntry> container =
                table.entries().stream().filter(TableEntry::extended).findFirst();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (table.gpt() || container.isEmpty()) {
            return all.toByteArray();
        }
        long base = container.get().startSector();
        long next = base;
        for (int count = 0; next >= 0; count++) {
            ByteBuffer sector = sector(disk, next, count);
            all.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(0, next)
                    .array());
            all.writeBytes(sector.array());
            Located record = new Located(next, sector);
            next = record.used(1) ? base + record.first(1) : -1;
        }
        return all.toByteArray();
    }

    /** Where the records of a disk are, bytes from its beginning; in the order of the chain. */
    public static List<Long> places(Disk disk, PartitionTable table) throws FailureException {
        return parse(read(disk, table), disk.sectorSize()).stream()
                .map(record -> record.sector * disk.sectorSize())
                .toList();
    }

    private static ByteBuffer sector(Disk disk, long number, int count) throws FailureException {
        ByteBuffer sector = ByteBuffer.allocate(disk.sectorSize()).order(ByteOrder.LITTLE_ENDIAN);
        boolean inside = number > 0 && number < disk.bytes() / disk.sectorSize() && count < MOST;
        if (inside) {
            disk.read(number * disk.sectorSize(), sector);
        }
        if (!inside || sector.getShort(MARK) != (short) 0xAA55) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, disk.device(), "EBR " + number);
        }
        return sector;
    }

    /**
     * Puts the records of the source in the place of those that sfdisk has written, if the logical partitions lie where they lay;
     * otherwise sfdisk's stay.
     *
     * @param table on the disk
     * @param saved content of the side file
     */
    public static void write(Disk disk, PartitionTable table, byte[] saved) throws FailureException {
        List<Located> records = parse(saved, disk.sectorSize());
        if (!describe(records, table)) {
            return;
        }
        for (Located record : records) {
            disk.write(record.sector * disk.sectorSize(), record.content.rewind());
        }
        disk.flush();
    }

    private static List<Located> parse(byte[] saved, int sectorSize) {
        List<Located> records = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN);
        while (all.remaining() >= Long.BYTES + sectorSize && records.size() < MOST) {
            long sector = all.getLong();
            byte[] content = new byte[sectorSize];
            all.get(content);
            records.add(new Located(sector, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN)));
        }
        return records;
    }

    /** Whether they tell of exactly the logical partitions of this table, from inside its extended partition. */
    private static boolean describe(List<Located> records, PartitionTable table) {
        Optional<TableEntry> container =
                table.entries().stream().filter(TableEntry::extended).findFirst();
        if (records.isEmpty()
                || container.isEmpty()
                || records.get(0).sector != container.get().startSector()) {
            return false;
        }
        List<String> told = new ArrayList<>();
        boolean inside = true;
        for (Located record : records) {
            inside &= record.sector >= container.get().startSector()
                    && record.sector < container.get().endSector()
                    && table.entries().stream().noneMatch(entry -> covers(entry, record.sector));
            if (record.used(0)) {
                told.add(record.sector + record.first(0) + " " + record.sectors(0));
            }
        }
        List<String> logical = table.entries().stream()
                .filter(entry -> entry.number() > 4)
                .map(entry -> entry.startSector() + " " + entry.sectors())
                .toList();
        return inside && told.equals(logical);
    }

    private static boolean covers(TableEntry entry, long sector) {
        return !entry.extended() && sector >= entry.startSector() && sector < entry.endSector();
    }
}
