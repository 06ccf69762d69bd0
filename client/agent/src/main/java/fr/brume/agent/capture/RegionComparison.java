package fr.brume.agent.capture;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionHasher;

/**
 * Compares regions that the server has from an earlier start of this machine with the disk as it is now: somebody may have
 * started the machine from its disk in between.
 */
final class RegionComparison {
    private final RegionReader reader;
    private final RegionHasher hasher;
    private final RegionPool pool;

    RegionComparison(PartitionSource source, RegionPool pool) {
        PartitionGeometry geometry = source.head().geometry();
        this.reader = new RegionReader(source.disk(), source.start(), geometry);
        this.hasher = new RegionHasher(geometry);
        this.pool = pool;
    }

    /** @throws FailureException CORRUPT_DATA when the region on the disk is another one now */
    void compare(RegionBits bits, byte[] digest) throws FailureException {
        Slot slot = pool.take();
        try {
            reader.read(bits, slot.clear());
            slot.content(bits);
            hasher.verify(bits, slot.data(), digest);
        } finally {
            pool.give(slot);
        }
    }
}
