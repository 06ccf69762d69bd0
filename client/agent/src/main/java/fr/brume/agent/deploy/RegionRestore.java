package fr.brume.agent.deploy;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHasher;
import java.nio.ByteBuffer;

/** Decompresses a region, compares it with its digest, and only then writes it. Safe for threads. */
final class RegionRestore {
    private final PartitionGeometry geometry;
    private final RegionWriter writer;
    private final Restored restored;
    private final TaskProgress progress;

    RegionRestore(PartitionGeometry geometry, RegionWriter writer, Restored restored, TaskProgress progress) {
        this.geometry = geometry;
        this.writer = writer;
        this.restored = restored;
        this.progress = progress;
    }

    /** False when the region arrived damaged and nothing was written. */
    boolean run(WantedBlocks wanted, Slot slot, RegionCodec codec) throws FailureException {
        RegionBits bits = wanted.region().bits();
        ByteBuffer content;
        try {
            content = codec.decompress(slot.data(), slot.contentLength());
            verify(wanted, bits, content);
        } catch (FailureException e) {
            if (e.failure() == Failure.CORRUPT_DATA) {
                return false;
            }
            throw e;
        }
        writer.write(wanted.isWhole() ? bits : bits.within(wanted.blocks(), geometry), content);
        restored.written(wanted.region());
        progress.add(wanted.entry().contentLength());
        return true;
    }

    private void verify(WantedBlocks wanted, RegionBits bits, ByteBuffer content) throws FailureException {
        RegionHasher hasher = new RegionHasher(geometry);
        if (wanted.isWhole()) {
            hasher.verify(bits, content, wanted.entry().digest());
        } else {
            hasher.verifyBlocks(bits, wanted.blocks(), content, wanted.hashes());
        }
    }
}
