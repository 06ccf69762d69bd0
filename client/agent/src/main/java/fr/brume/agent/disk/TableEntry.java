package fr.brume.agent.disk;

import java.util.Locale;
import java.util.Set;

/**
 * One partition of a table.
 *
 * @param number in the table, from 1
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

    public long endSector() {
        return startSector + sectors;
    }
}
