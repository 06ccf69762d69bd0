package fr.brume.agent.imaging;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.StoredPartition;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;

/** Which sectors of a disk an image uses, by the maps that are stored with it. */
final class UsedSectors {
    static final int SECTOR = 512;

    private UsedSectors() {}

    static BitSet of(CaptureRequest image, Path store) throws Exception {
        BitSet sectors = new BitSet();
        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            if (!partition.file().isEmpty()) {
                add(sectors, partition, store);
            }
        }
        return sectors;
    }

    private static void add(BitSet sectors, PartitionManifest partition, Path store) throws Exception {
        try (StoredPartition stored = StoredPartition.open(store, partition.file());
                RegionCodec codec = new RegionCodec(ImagingLab.REGION, 1)) {
            PartitionGeometry geometry = stored.index().geometry();
            HeadReader head = new HeadReader(geometry, head(stored, geometry, codec));
            int each = geometry.blockSize() / SECTOR;
            for (RegionBits bits = head.nextUsed(); bits != null; bits = head.nextUsed()) {
                int first = (int) ((partition.start() + geometry.start(bits.region())) / SECTOR);
                for (int block = bits.nextUsed(0); block < bits.blocks(); block = bits.nextUsed(block + 1)) {
                    sectors.set(first + block * each, first + (block + 1) * each);
                }
            }
        }
    }

    private static KeptHead head(StoredPartition stored, PartitionGeometry geometry, RegionCodec codec)
            throws Exception {
        KeptHead kept = new KeptHead(geometry, codec);
        for (int frame = 0; frame < geometry.headFrames(); frame++) {
            RegionEntry entry = stored.index().head(frame);
            ByteBuffer bytes = ByteBuffer.allocate(entry.length());
            stored.read(entry, bytes);
            kept.head(frame, bytes.flip());
        }
        return kept;
    }
}
