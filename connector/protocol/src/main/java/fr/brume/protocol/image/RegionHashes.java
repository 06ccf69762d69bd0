package fr.brume.protocol.image;

/**
 * The hashes of one region. Arrays are shared, not copied: treat them as immutable.
 *
 * @param region its number
 * @param digest SHA-256 (u64 number, bits of the region, block hashes), 32 bytes
 * @param blockHashes per hash block SHA-256 (its bits, its used bytes), 32 bytes each, in order
 */
public record RegionHashes(long region, byte[] digest, byte[] blockHashes) {}
