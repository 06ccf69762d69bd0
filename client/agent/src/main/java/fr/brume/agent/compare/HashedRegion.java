package fr.brume.agent.compare;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HashBlocks;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.image.RegionHashes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;

/**
 * A region as the disk has it.
 *
 * @param region that was looked for
 * @param found its hashes on the disk; null when it could not be read
 * @param marks of all its pieces, for a region that could be read and is another one; otherwise null
 * @param trouble of the disk with it; null when it was read
 */
public record HashedRegion(StoredRegion region, RegionHashes found, int[] marks, FailureException trouble) {
    /**
     * Hashes what was read.
     *
     * @param content used blocks in order, from index 0 of the buffer on
     */
    static HashedRegion of(StoredRegion region, ByteBuffer content, PartitionGeometry geometry) {
        RegionHashes found = new RegionHasher(geometry).hash(region.bits(), content);
        HashedRegion hashed = new HashedRegion(region, found, null, null);
        if (hashed.same()) {
            return hashed;
        }
        HashBlocks places = new HashBlocks(geometry, region.bits());
        return new HashedRegion(region, found, places.pieces(places.all()).marks(content), null);
    }

    static HashedRegion unreadable(StoredRegion region, FailureException trouble) {
        return new HashedRegion(region, null, null, trouble);
    }

    /** Whether the disk has it already. */
    public boolean same() {
        return found != null
                && MessageDigest.isEqual(found.digest(), region.entry().digest());
    }

    /** The marks of the pieces of these hash blocks, which could be read. */
    public int[] marks(HashBlocks places, BitSet blocks) {
        return places.pieces(places.all()).select(marks, places.pieces(blocks));
    }

    /** The hash blocks that the disk does not have; all of them when it could not be read. */
    public BitSet different(byte[] blockHashes) {
        return HashBlocks.different(found == null ? new byte[0] : found.blockHashes(), blockHashes);
    }
}
