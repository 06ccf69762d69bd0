package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The two levels of hashes of a region. Per hash block (64 KiB, at least one file-system block): SHA-256 of its bits of the
 * bitmap, least significant first in as few bytes as hold them, followed by its used bytes. Per region: SHA-256 of its number as
 * u64 big-endian, all its bits, and its block hashes. Bits are hashed too because equal bytes at other places are another
 * content. One per thread; not safe for threads.
 */
public final class RegionHasher {
    private final PartitionGeometry geometry;
    private final MessageDigest block = RootDigest.sha256();
    private final MessageDigest region = RootDigest.sha256();

    public RegionHasher(PartitionGeometry geometry) {
        this.geometry = geometry;
    }

    /**
     * Hashes a region.
     *
     * @param used the used blocks in order, all that remains of the buffer, whose position does not move
     */
    public RegionHashes hash(RegionBits bits, ByteBuffer used) {
        ByteBuffer rest = used.duplicate();
        if (rest.remaining() != bits.usedBlocks() * geometry.blockSize()) {
            throw new IllegalArgumentException("content of region " + bits.region() + " has " + rest.remaining());
        }
        ByteBuffer hashes = ByteBuffer.allocate(geometry.hashesOf(bits.region()) * RegionEntry.DIGEST_BYTES);
        for (int from = 0; from < bits.blocks(); from += geometry.blocksPerHashBlock()) {
            int count = Math.min(geometry.blocksPerHashBlock(), bits.blocks() - from);
            block.update(bits.bytes(from, count));
            int length = bits.usedBlocks(from, count) * geometry.blockSize();
            block.update(rest.slice(rest.position(), length));
            rest.position(rest.position() + length);
            hashes.put(block.digest());
        }
        region.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bits.region()));
        region.update(bits.bytes());
        return new RegionHashes(bits.region(), region.digest(hashes.array()), hashes.array());
    }

    /**
     * Compares a region with its digest before anybody relies on it.
     *
     * @return its hashes
     * @throws FailureException CORRUPT_DATA when bits or bytes are not those of the digest
     */
    public RegionHashes verify(RegionBits bits, ByteBuffer used, byte[] digest) throws FailureException {
        boolean length = used.remaining() == bits.usedBlocks() * geometry.blockSize();
        RegionHashes hashes = length ? hash(bits, used) : null;
        if (hashes == null || !MessageDigest.isEqual(hashes.digest(), digest)) {
            throw new FailureException(Failure.CORRUPT_DATA, "region " + bits.region());
        }
        return hashes;
    }
}
