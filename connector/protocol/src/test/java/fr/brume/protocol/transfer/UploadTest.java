package fr.brume.protocol.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.link.TransferGrant;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    private static final byte[] KEY = new byte[32];
    private static final String FILE = "d1p1.img";
    private static final PartitionGeometry GEOMETRY = new PartitionGeometry(1 << 20, 256, 4096, 64 << 10);

    @TempDir
    private Path staged;

    private final RegionCodec codec = new RegionCodec(64 << 10, 1);

    @Test
    void afterALostConnectionTheServerSaysWhereToGoOn() throws Exception {
        LoopedChannel first = channel(0);
        PartitionUpload upload = connect(first);
        upload.begin(FILE, GEOMETRY);
        putHead(upload);
        put(upload, 0);
        put(upload, 4);
        upload.sync();
        assertThat(upload.durableBytes()).isPositive();
        put(upload, 5);
        first.close();

        LoopedChannel second = channel(0);
        PartitionUpload again = connect(second);
        assertThat(again.begin(FILE, GEOMETRY)).isEqualTo(new UploadStart(1, 5, 2, false));
        assertThat(again.entries(0, 100)).extracting(RegionEntry::number).containsExactly(0L, 4L);
        second.close();
    }

    @Test
    void aSecondConnectionIsToldToWait() throws Exception {
        LoopedChannel first = channel(0);
        connect(first).begin(FILE, GEOMETRY);
        PartitionUpload second = connect(channel(0));
        refused(Failure.BUSY, () -> second.begin(FILE, GEOMETRY));
        first.close();
        LoopedChannel third = channel(0);
        assertThat(connect(third).begin(FILE, GEOMETRY).storedRegions()).isZero();
        third.close();
    }

    @Test
    void hearsThatTheDiskIsFullThoughItIsStillSending() throws Exception {
        PartitionUpload upload = connect(channel(Long.MAX_VALUE / 2));
        upload.begin(FILE, GEOMETRY);
        refused(Failure.SERVER_DISK_FULL, () -> {
            putHead(upload);
            put(upload, 0);
        });
    }

    @Test
    void writesOnlyWhatWasGranted() throws Exception {
        LoopedChannel reading = new LoopedChannel(hello -> new TransferGrant.Read(KEY, 1, staged));
        PartitionUpload upload = connect(reading);
        refused(Failure.PROTOCOL_ERROR, () -> upload.begin(FILE, GEOMETRY));
        PartitionUpload another = connect(channel(0));
        refused(Failure.NOT_FOUND, () -> another.begin("../d1p1.img", GEOMETRY));
    }

    @Test
    void tinyFramesAreMadeDurableInTimeToo() throws Exception {
        PartitionGeometry large = new PartitionGeometry(4L << 30, 65_536, 64 << 10, 1 << 20);
        LoopedChannel channel = channel(0);
        PartitionUpload upload = connect(channel);
        upload.begin(FILE, large);
        ByteBuffer zeros = ByteBuffer.allocate(64);
        upload.putHead(0, frame(large.headFrameBytes(0)));
        ByteBuffer tiny = zeros.put(frame(64 << 10)).flip();
        long before = Files.size(journal());
        for (int region = 0; region < 2000; region++) {
            upload.putRegion(new RegionHashes(region, new byte[32], new byte[16 * 32]), 64 << 10, tiny);
        }
        assertThat(Files.size(journal()) - before).isGreaterThan(1000L * 16 * 32);
        channel.close();
    }

    private Path journal() {
        return staged.resolve("d1p1.journal");
    }

    private ByteBuffer frame(int length) {
        return codec.compress(ByteBuffer.allocateDirect(length));
    }

    private LoopedChannel channel(long reserve) {
        return new LoopedChannel(hello -> new TransferGrant.Write(KEY, 1, staged, reserve));
    }

    private static PartitionUpload connect(LoopedChannel channel) throws Exception {
        return TransferClient.connect(channel, "session", KEY, new SecureRandom())
                .upload();
    }

    private void putHead(PartitionUpload upload) throws FailureException {
        upload.putHead(0, codec.compress(ByteBuffer.allocateDirect(GEOMETRY.headFrameBytes(0))));
    }

    private void put(PartitionUpload upload, long region) throws FailureException {
        RegionHashes hashes = new RegionHashes(region, new byte[32], new byte[32]);
        upload.putRegion(hashes, 4096, codec.compress(ByteBuffer.allocateDirect(4096)));
    }

    private static void refused(Failure failure, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
