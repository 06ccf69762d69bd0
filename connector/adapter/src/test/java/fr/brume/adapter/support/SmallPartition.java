package fr.brume.adapter.support;

import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionUpload;
import fr.brume.protocol.transfer.TransferClient;
import fr.brume.protocol.transfer.UploadStart;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** A partition of 4 MiB whose first and last regions are used, with bytes that cannot be compressed. */
public final class SmallPartition {
    private static final String FILE = "d1p1.img";
    private static final int REGION = 1 << 20;
    private static final PartitionGeometry GEOMETRY = new PartitionGeometry(4 * REGION, 1024, 4096, REGION);
    private static final List<Long> USED = List.of(0L, 3L);

    private final byte[] content = new byte[REGION];

    public SmallPartition() {
        new Random(9).nextBytes(content);
    }

    /** Stores it. */
    public void upload(TransferClient client) throws Exception {
        upload(client, USED.size());
    }

    /** Stores its first regions, or those that are not there yet; complete only with both. Returns what was there. */
    public UploadStart upload(TransferClient client, int regions) throws Exception {
        RootDigest root = new RootDigest();
        byte[] digest = new byte[32];
        try (RegionCodec codec = new RegionCodec(REGION, 3)) {
            PartitionUpload upload = client.upload();
            UploadStart start = upload.begin(FILE, GEOMETRY);
            if (start.headFrames() == 0) {
                upload.putHead(0, codec.compress(ByteBuffer.allocateDirect(GEOMETRY.headFrameBytes(0))));
            }
            ByteBuffer used = ByteBuffer.allocateDirect(REGION).put(content).flip();
            for (int i = 0; i < regions; i++) {
                root.add(digest);
                if (i >= start.storedRegions()) {
                    RegionHashes hashes = new RegionHashes(USED.get(i), digest, new byte[16 * 32]);
                    upload.putRegion(hashes, REGION, codec.compress(used));
                }
            }
            upload.sync();
            if (regions == USED.size()) {
                upload.finish(root.value());
            }
            return start;
        }
    }

    /** Chooses it on a client that reads. */
    public PartitionDownload open(TransferClient client) throws Exception {
        PartitionDownload download = client.download();
        download.open(FILE);
        return download;
    }

    /** Whether both regions come as they were stored. */
    public boolean comesBack(PartitionDownload download) throws Exception {
        download.askRegions(USED);
        boolean same = true;
        try (RegionCodec codec = new RegionCodec(REGION, 3)) {
            for (int i = 0; i < USED.size(); i++) {
                same &= codec.decompress(download.receive().bytes(), REGION).equals(ByteBuffer.wrap(content));
            }
        }
        return same;
    }
}
