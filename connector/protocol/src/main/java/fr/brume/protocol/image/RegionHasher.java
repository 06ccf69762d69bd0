package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;

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
        for (int number = 0; number < geometry.hashesOf(bits.region()); number++) {
            hashes.put(next(bits, number, rest));
        }
        return new RegionHashes(bits.region(), digest(bits, hashes.array()), hashes.array());
    }

    /** The hash of one hash block, whose used bytes are next in the buffer; its position moves behind them. */
    private byte[] next(RegionBits bits, int number, ByteBuffer rest) {
        int from = number * geometry.blocksPerHashBlock();
        int count = Math.min(geometry.blocksPerHashBlock(), bits.blocks() - from);
        block.update(bits.bytes(from, count));
        int length = bits.usedBlocks(from, count) * geometry.blockSize();
        block.update(rest.slice(rest.position(), length));
        rest.position(rest.position() + length);
        return block.digest();
    }

    private byte[] digest(RegionBits bits, byte[] blockHashes) {
        region.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bits.region()));
        region.update(bits.bytes());
        return region.digest(blockHashes);
    }

    /**
     * Compares a list of block hashes with the digest of its region before anybody relies on it.
     *
     * @throws FailureException CORRUPT_DATA when the list is another one
     */
    public void verifyHashes(RegionBits bits, byte[] blockHashes, byte[] digest) throws FailureException {
        boolean length = blockHashes.length == geometry.hashesOf(bits.region()) * RegionEntry.DIGEST_BYTES;
        if (!length || !MessageDigest.isEqual(digest(bits, blockHashes), digest)) {
            throw new FailureException(Failure.CORRUPT_DATA, "hashes of region " + bits.region());
        }
    }

    /**
     * Compares some hash blocks of a region with their hashes.
     *
     * @param wanted which ones
     * @param used their used bytes, one behind the other, all that remains of the buffer, whose position does not move
     * @param blockHashes of the whole region, verified before
     * @throws FailureException CORRUPT_DATA when one of them is another one
     */
    public void verifyBlocks(RegionBits bits, BitSet wanted, ByteBuffer used, byte[] blockHashes)
            throws FailureException {
        ByteBuffer rest = used.duplicate();
        boolean same = new HashBlocks(geometry, bits).lengthOf(wanted) == rest.remaining();
        for (int number = wanted.nextSetBit(0); same && number >= 0; number = wanted.nextSetBit(number + 1)) {
            int at = number * RegionEntry.DIGEST_BYTES;
            same = Arrays.equals(
                    next(bits, number, rest), Arrays.copyOfRange(blockHashes, at, at + RegionEntry.DIGEST_BYTES));
        }
        if (!same) {
            throw new FailureException(Failure.CORRUPT_DATA, "blocks of region " + bits.region());
        }
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
