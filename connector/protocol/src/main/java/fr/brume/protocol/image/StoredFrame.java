package fr.brume.protocol.image;

/**
 * What the journal says of one frame.
 *
 * @param head whether it is a head frame; its entry then has its frame number and a digest of zeros
 * @param entry place and lengths
 * @param hashes block hashes, 32 bytes each; empty for a head frame
 */
record StoredFrame(boolean head, RegionEntry entry, byte[] hashes) {}
