package fr.brume.migration;

import java.util.Locale;
import java.util.Set;

/**
 * One line of a table.
 *
 * @param number from 1
 * @param start first sector
 * @param sectors how many
 * @param type hexadecimal (dos) or a GUID (gpt)
 * @param name of a GPT entry; empty for none
 */
record FogPartition(int number, long start, long sectors, String type, String name) {
    private static final Set<String> EXTENDED = Set.of("5", "f", "85", "05", "0f");
    private static final Set<String> SWAP = Set.of("82", "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f");
    private static final String SYSTEM = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b";

    boolean extended() {
        return EXTENDED.contains(kind());
    }

    boolean swap() {
        return SWAP.contains(kind());
    }

    /** Whether UEFI firmware starts from it. */
    boolean efiSystem() {
        return kind().equals(SYSTEM);
    }

    private String kind() {
        return type.toLowerCase(Locale.ROOT);
    }
}
