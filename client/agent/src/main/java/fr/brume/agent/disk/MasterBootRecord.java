package fr.brume.agent.disk;

import java.util.Arrays;

/**
 * What a disk gets as its first 512 bytes: those of the source, with the table only where it is true on this disk (UEFI
 * specification 2.10, section 5.2, for the layout). Pure functions over whole sectors.
 */
final class MasterBootRecord {
    private static final int TABLE = 446;
    private static final int TABLE_END = 510;
    private static final int ENTRY = 16;
    private static final int TYPE = 4;
    private static final int START = 8;
    private static final int PROTECTIVE = 0xEE;

    private MasterBootRecord() {}

    /**
     * The record of a disk with a dos table: the source's to the last byte, cylinders and heads included, unless its partitions
     * lie elsewhere than on the source.
     *
     * @param source first sector of the source
     * @param target first sector of the disk, on which the table is already
     */
    static byte[] ofDos(byte[] source, byte[] target) {
        boolean same = true;
        for (int entry = TABLE; entry < TABLE_END; entry += ENTRY) {
            same &= source[entry + TYPE] == target[entry + TYPE]
                    && Arrays.equals(source, entry + START, entry + ENTRY, target, entry + START, entry + ENTRY);
        }
        return same ? source.clone() : withTable(source, target);
    }

    /**
     * The protective record of a GPT: on a disk of another size the entry that covers the disk is the disk's own. A hybrid
     * record describes partitions, which have not moved.
     */
    static byte[] ofGpt(byte[] source, byte[] target, boolean sameSize) {
        return sameSize || hybrid(source) ? source.clone() : withTable(source, target);
    }

    static boolean hybrid(byte[] record) {
        boolean hybrid = false;
        for (int entry = TABLE; entry < TABLE_END; entry += ENTRY) {
            int type = record[entry + TYPE] & 0xFF;
            hybrid |= type != 0 && type != PROTECTIVE;
        }
        return hybrid;
    }

    private static byte[] withTable(byte[] source, byte[] target) {
        byte[] record = source.clone();
        System.arraycopy(target, TABLE, record, TABLE, TABLE_END - TABLE);
        return record;
    }
}
