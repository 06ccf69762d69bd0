package fr.brume.agent.deploy;

import fr.brume.agent.compare.HashedRegion;
import fr.brume.agent.compare.StoredRegion;
import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.HashBlocks;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionEntry;
import java.util.BitSet;
import java.util.List;

/**
 * What of a region is to be fetched and written.
 *
 * @param region it
 * @param blocks its hash blocks; null for all, which come as they are stored
 * @param hashes of all its hash blocks, compared with its digest; null when all are wanted
 * @param marks of the pieces of these blocks as the disk has them; null when all are wanted
 */
record WantedBlocks(StoredRegion region, BitSet blocks, byte[] hashes, int[] marks) {
    static WantedBlocks whole(StoredRegion region) {
        return new WantedBlocks(region, null, null, null);
    }

    /** What the disk lacks; where that is most of the region, all of it, which costs the server nothing. */
    static WantedBlocks of(HashedRegion found, byte[] hashes, PartitionGeometry geometry) {
        RegionBits bits = found.region().bits();
        BitSet different = found.different(hashes);
        HashBlocks places = new HashBlocks(geometry, bits);
        return places.lengthOf(different) > places.contentLength() / 2
                ? whole(found.region())
                : new WantedBlocks(found.region(), different, hashes, found.marks(places, different));
    }

    boolean isWhole() {
        return blocks == null;
    }

    RegionEntry entry() {
        return region.entry();
    }

    /** The same once more, after what came was another content: nothing is taken from the disk then. */
    WantedBlocks again() {
        return whole(region);
    }

    /** The stretches of the content that its blocks are. */
    List<ContentRange> ranges(PartitionGeometry geometry) {
        return new HashBlocks(geometry, region.bits()).each(blocks);
    }

    /** The pieces of its blocks. */
    ContentPieces pieces(PartitionGeometry geometry) {
        return new ContentPieces(ranges(geometry));
    }
}
