package fr.brume.agent.compare;

import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HashBlocks;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.transfer.PartitionDownload;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for what a disk may have of a stored partition already, by a block here and there: the content says it whatever became of
 * the partition table. Zeros say nothing, for a blank disk has them too.
 */
public final class TargetProbe {
    /** Blocks of one region that are looked at: some may hold zeros only. */
    private static final int LOOKS = 4;

    private final RegionReader disk;
    private final PartitionGeometry geometry;
    private final RegionHasher hasher;

    public TargetProbe(RegionReader disk, PartitionGeometry geometry) {
        this.disk = disk;
        this.geometry = geometry;
        this.hasher = new RegionHasher(geometry);
    }

    /**
     * Whether one of the samples is there.
     *
     * @param samples at most {@link PartitionDownload#BATCH}
     * @param slot to read to
     */
    public boolean finds(List<StoredRegion> samples, PartitionDownload download, Slot slot) throws FailureException {
        List<byte[]> hashes =
                download.blockHashes(samples.stream().map(StoredRegion::number).toList());
        for (int i = 0; i < samples.size(); i++) {
            StoredRegion sample = samples.get(i);
            hasher.verifyHashes(sample.bits(), hashes.get(i), sample.entry().digest());
            for (int look = 0; look < LOOKS; look++) {
                if (has(sample, look, hashes.get(i), slot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean has(StoredRegion sample, int look, byte[] hashes, Slot slot) throws FailureException {
        BitSet block = new BitSet();
        block.set(used(new HashBlocks(geometry, sample.bits()), look));
        ByteBuffer memory = slot.clear();
        try {
            disk.read(sample.bits().within(block, geometry), memory);
            hasher.verifyBlocks(sample.bits(), block, memory.flip(), hashes);
            return !zeros(memory);
        } catch (FailureException e) {
            if (e.failure() != Failure.CORRUPT_DATA && e.failure() != Failure.DISK_READ) {
                throw e;
            }
            return false;
        }
    }

    /** A hash block with used bytes, away from the edges that a deploy erases. */
    private static int used(HashBlocks places, int look) {
        int block = places.count() * (2 * look + 1) / (2 * LOOKS);
        while (block < places.count() - 1 && places.length(block) == 0) {
            block++;
        }
        while (block > 0 && places.length(block) == 0) {
            block--;
        }
        return block;
    }

    private static boolean zeros(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
