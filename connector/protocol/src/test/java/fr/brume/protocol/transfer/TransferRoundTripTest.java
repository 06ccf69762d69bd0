package fr.brume.protocol.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.link.TransferGrant;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferRoundTripTest {
    private static final byte[] KEY = new byte[32];
    private static final PartitionGeometry GEOMETRY = new PartitionGeometry(1 << 20, 256, 4096, 64 << 10);

    @TempDir
    private Path version;

    @Test
    void whatWasUploadedCanBeDownloaded() throws Exception {
        byte[] content = new byte[16 * 4096];
        new Random(1).nextBytes(content);
        byte[] root = upload(content);

        LoopedChannel channel = new LoopedChannel(hello -> new TransferGrant.Read(KEY, 7, version));
        try (TransferClient client = TransferClient.connect(channel, "session", KEY, new SecureRandom())) {
            PartitionDownload download = client.download();
            PartitionInfo info = download.open("d1p1.img");
            assertThat(info.geometry()).isEqualTo(GEOMETRY);
            assertThat(info.root()).isEqualTo(root);
            List<RegionEntry> entries = download.entries(0, 100);
            assertThat(entries).extracting(RegionEntry::number).containsExactly(0L, 3L, 15L);
            download.askRegions(List.of(15L, 3L));
            assertThat(decompressed(download.receive())).isEqualTo(content);
            assertThat(download.receive().number()).isEqualTo(3);
            assertThat(download.blockHashes(List.of(3L, 15L))).containsExactly(new byte[32], new byte[32]);
        }
        assertThat(channel.server.taskId()).isEqualTo(7);
    }

    private byte[] upload(byte[] content) throws Exception {
        RootDigest root = new RootDigest();
        LoopedChannel channel = new LoopedChannel(hello -> new TransferGrant.Write(KEY, 7, version, 0));
        try (TransferClient client = TransferClient.connect(channel, "session", KEY, new SecureRandom());
                RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 3)) {
            PartitionUpload upload = client.upload();
            assertThat(upload.begin("d1p1.img", GEOMETRY)).isEqualTo(new UploadStart(0, 0, 0, false));
            upload.putHead(0, codec.compress(ByteBuffer.allocateDirect(GEOMETRY.headFrameBytes(0))));
            ByteBuffer used =
                    ByteBuffer.allocateDirect(content.length).put(content).flip();
            for (long region : new long[] {0, 3, 15}) {
                byte[] digest = new byte[32];
                digest[0] = (byte) region;
                root.add(digest);
                upload.putRegion(new RegionHashes(region, digest, new byte[32]), content.length, codec.compress(used));
            }
            byte[] value = root.value();
            upload.finish(value);
            return value;
        }
    }

    private static byte[] decompressed(ReceivedFrame frame) throws Exception {
        try (RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 3)) {
            ByteBuffer content = codec.decompress(frame.bytes(), frame.contentLength());
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            return bytes;
        }
    }
}
