package fr.brume.agent.deploy;

import fr.brume.agent.compare.RegionReader;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHasher;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Set;

/** Decompresses what came of a region, compares its content with its hashes, and only then writes it. Safe for threads. */
final class RegionRestore {
    /** What fetching the whole region may mend. */
    private static final Set<Failure> MENDED = Set.of(Failure.CORRUPT_DATA, Failure.DISK_READ);

    private final PartitionGeometry geometry;
    private final RegionReader reader;
    private final RegionWriter writer;
    private final Restored restored;
    private final TaskProgress progress;

    RegionRestore(
            PartitionGeometry geometry,
            RegionReader reader,
            RegionWriter writer,
            Restored restored,
            TaskProgress progress) {
        this.geometry = geometry;
        this.reader = reader;
        this.writer = writer;
        this.restored = restored;
        this.progress = progress;
    }

    /** False when the region in the slot arrived damaged and nothing was written. */
    boolean whole(WantedBlocks wanted, Slot slot, RegionCodec codec) throws FailureException {
        RegionBits bits = wanted.region().bits();
        ByteBuffer content;
        try {
            content = codec.decompress(slot.data(), slot.contentLength());
            new RegionHasher(geometry).verify(bits, content, wanted.entry().digest());
        } catch (FailureException e) {
            return notMended(e);
        }
        return write(wanted, bits, content);
    }

    /**
     * The same of blocks, which are put together from what the disk has and from the pieces in the slot that it has not.
     *
     * @param pieces which of the blocks' pieces are in the slot
     */
    boolean blocks(WantedBlocks wanted, BitSet pieces, Slot slot, RegionCodec codec) throws FailureException {
        RegionBits bits = wanted.region().bits();
        RegionBits some = bits.within(wanted.blocks(), geometry);
        ByteBuffer content;
        try {
            ByteBuffer fresh =
                    pieces.isEmpty() ? ByteBuffer.allocate(0) : codec.decompress(slot.data(), slot.contentLength());
            ByteBuffer memory = slot.clear();
            reader.read(some, memory);
            content = memory.flip();
            wanted.pieces(geometry).replace(pieces, fresh, content);
            new RegionHasher(geometry).verifyBlocks(bits, wanted.blocks(), content, wanted.hashes());
        } catch (FailureException e) {
            return notMended(e);
        }
        return write(wanted, some, content);
    }

    private boolean write(WantedBlocks wanted, RegionBits bits, ByteBuffer content) throws FailureException {
        writer.write(bits, content);
        restored.written(wanted.region());
        progress.add(wanted.entry().contentLength());
        return true;
    }

    private static boolean notMended(FailureException e) throws FailureException {
        if (MENDED.contains(e.failure())) {
            return false;
        }
        throw e;
    }
}
