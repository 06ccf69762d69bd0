package fr.brume.agent.deploy;

import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionEntry;

/**
 * A region to fetch and write.
 *
 * @param ordinal among the stored regions of its partition
 * @param entry of the index: number, content length, digest
 * @param bits which of its blocks are used
 */
record WantedRegion(int ordinal, RegionEntry entry, RegionBits bits) {}
