package fr.brume.agent.capture;

import fr.brume.agent.transfer.Slot;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HashBlocks;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.image.RegionHashes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes of the content of a region what is sent of it: nothing, the blocks that changed, or all. Safe for threads. */
final class RegionPacking {
    private final PartitionGeometry geometry;
    private final EarlierRegions earlier;
    private final LevelChoice levels;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param earlier null when all is sent */
    RegionPacking(PartitionGeometry geometry, EarlierRegions earlier, LevelChoice levels) {
        this.geometry = geometry;
        this.earlier = earlier;
        this.levels = levels;
    }

    /** The same region of the version before; null when it has none. Asked for by ascending number. */
    RegionEntry before(long region) throws FailureException {
        return earlier == null ? null : earlier.find(region);
    }

    /** How many regions are hashed or compressed now. */
    int underWay() {
        return underWay.get();
    }

    /** Replaces the content of the slot. */
    Slot pack(Slot slot, RegionEntry before, RegionCodec codec) throws FailureException {
        underWay.incrementAndGet();
        try {
            return packed(slot, before, codec);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Slot packed(Slot slot, RegionEntry before, RegionCodec codec) throws FailureException {
        RegionHashes hashes = new RegionHasher(geometry).hash(slot.bits(), slot.data());
        if (before == null) {
            slot.compressed(hashes, compress(slot, codec));
        } else if (MessageDigest.isEqual(before.digest(), hashes.digest())) {
            slot.unchanged(hashes);
        } else {
            changed(slot, hashes, earlier.blockHashes(before.number()), codec);
        }
        return slot;
    }

    private void changed(Slot slot, RegionHashes hashes, byte[] before, RegionCodec codec) {
        BitSet changed = HashBlocks.different(hashes.blockHashes(), before);
        HashBlocks places = new HashBlocks(geometry, slot.bits());
        int length = places.lengthOf(changed);
        if (length > places.contentLength() / 2) {
            slot.compressed(hashes, compress(slot, codec));
            return;
        }
        slot.keep(places.ranges(changed));
        slot.changed(hashes, changed, length == 0 ? slot.data() : compress(slot, codec));
    }

    private ByteBuffer compress(Slot slot, RegionCodec codec) {
        codec.level(levels.next());
        return codec.compress(slot.data());
    }
}
