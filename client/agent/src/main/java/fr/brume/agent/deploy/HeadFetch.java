package fr.brume.agent.deploy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.ReceivedFrame;
import java.io.IOException;

/** Fetches the map of used blocks and checks it by its CRCs; the region digests check it again, region by region. */
final class HeadFetch {
    private HeadFetch() {}

    /** @param codec for all heads */
    static KeptHead run(PartitionDownload download, PartitionGeometry geometry, RegionCodec codec)
            throws FailureException, IOException {
        KeptHead kept = new KeptHead(geometry, codec);
        int frames = geometry.headFrames();
        for (int first = 0; first < frames; first += PartitionDownload.BATCH) {
            int count = Math.min(PartitionDownload.BATCH, frames - first);
            download.askHead(first, count);
            for (int i = 0; i < count; i++) {
                ReceivedFrame frame = download.receive();
                if (frame.number() != first + i) {
                    throw new FailureException(Failure.PROTOCOL_ERROR, "head frame " + frame.number());
                }
                kept.head(first + i, frame.bytes());
            }
        }
        new HeadReader(geometry, kept).finish();
        return kept;
    }
}
