package fr.brume.agent.compare;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HashBlocks;
import fr.brume.protocol.image.RegionHashes;
import java.security.MessageDigest;
import java.util.BitSet;

/**
 * A region as the disk has it.
 *
 * @param region that was looked for
 * @param found its hashes on the disk; null when it could not be read
 * @param trouble of the disk with it; null when it was read
 */
public record HashedRegion(StoredRegion region, RegionHashes found, FailureException trouble) {
    /** Whether the disk has it already. */
    public boolean same() {
        return found != null
                && MessageDigest.isEqual(found.digest(), region.entry().digest());
    }

    /** The hash blocks that the disk does not have; all of them when it could not be read. */
    public BitSet different(byte[] blockHashes) {
        return HashBlocks.different(found == null ? new byte[0] : found.blockHashes(), blockHashes);
    }
}
