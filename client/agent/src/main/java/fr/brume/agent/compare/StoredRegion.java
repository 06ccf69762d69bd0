package fr.brume.agent.compare;

import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionEntry;

/**
 * A region of a stored partition.
 *
 * @param ordinal among the stored regions of its partition
 * @param entry of the index: number, content length, digest
 * @param bits which of its blocks are used
 */
public record StoredRegion(int ordinal, RegionEntry entry, RegionBits bits) {
    public long number() {
        return entry.number();
    }
}
