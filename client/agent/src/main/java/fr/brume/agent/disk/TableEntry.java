package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.util.Locale;
import java.util.Set;

/**
 * One partition of a table.
 *
 * @param number in the table, from 1; 0 for the disk as a whole
 * @param startSector first sector
 * @param sectors how many
 * @param type two hexadecimal digits (dos) or a GUID (gpt)
 * @param name of a GPT entry; empty for none
 */
public record TableEntry(int number, long startSector, long sectors, String type, String name) {
    private static final Set<String> EXTENDED = Set.of("5", "f", "85");

    /** Whether it only holds the logical partitions of a dos table. */
    public boolean extended() {
        return EXTENDED.contains(type.toLowerCase(Locale.ROOT));
    }

    /** The disk as a whole, as one that has no table is imaged. */
    public static TableEntry whole(Disk disk) {
        return new TableEntry(0, 0, disk.bytes() / disk.sectorSize(), "", "");
    }

    /** Path of its device, for the tools that want one. */
    public String device(Disk disk) throws FailureException {
        return number == 0
                ? disk.device()
                : disk.partition(number, startSector * disk.sectorSize(), sectors * disk.sectorSize());
    }

    public long endSector() {
        return startSector + sectors;
    }
}
