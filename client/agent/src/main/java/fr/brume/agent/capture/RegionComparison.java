package fr.brume.agent.capture;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.transfer.RegionPool;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionHasher;

/**
 * Compares regions that the server has from an earlier start of this machine with the disk as it is now: somebody may have
 * started the machine from its disk in between. Each is compared once, however often the line is lost. Not safe for threads.
 */
final class RegionComparison {
    private final RegionReader reader;
    private final RegionHasher hasher;
    private final RegionPool pool;
    private final String file;
    private long next;

    RegionComparison(PartitionSource source, RegionPool pool) {
        PartitionGeometry geometry = source.head().geometry();
        this.reader = new RegionReader(source.disk(), source.start(), geometry);
        this.hasher = new RegionHasher(geometry);
        this.pool = pool;
        this.file = source.file();
    }

    /**
     * To be called by ascending region.
     *
     * @throws FailureException SOURCE_CHANGED when the region on the disk is another one now
     */
    void compare(RegionBits bits, byte[] digest) throws FailureException {
        if (bits.region() < next) {
            return;
        }
        Slot slot = pool.take();
        try {
            reader.read(bits, slot.clear());
            slot.content(bits);
            hasher.verify(bits, slot.data(), digest);
            next = bits.region() + 1;
        } catch (FailureException e) {
            throw e.failure() == Failure.CORRUPT_DATA ? new FailureException(Failure.SOURCE_CHANGED, e, file) : e;
        } finally {
            pool.give(slot);
        }
    }

    /** Whatever else the server gets is sent by this run. */
    void finished() {
        next = Long.MAX_VALUE;
    }
}
