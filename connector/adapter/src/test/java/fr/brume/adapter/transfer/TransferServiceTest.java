package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionUpload;
import fr.brume.protocol.transfer.TransferClient;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferServiceTest {
    private static final byte[] KEY = new byte[32];
    private static final PartitionGeometry GEOMETRY = new PartitionGeometry(4 << 20, 1024, 4096, 1 << 20);

    @TempDir
    private Path version;

    private final TransferBean bean = new TransferBean();
    private final byte[] content = new byte[1 << 20];
    private RunningAdapter adapter;

    @BeforeEach
    void start() throws Exception {
        new Random(9).nextBytes(content);
        adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
        adapter.open();
    }

    @AfterEach
    void stop() {
        adapter.close();
    }

    @Test
    void carriesAPartitionThereAndBack() throws Exception {
        bean.grant(hello -> new TransferGrant.Write(KEY, 5, version, 0));
        upload();
        assertThat(bean.nextEvent()).isEqualTo("started 5 null");
        assertThat(bean.nextEvent()).isEqualTo("finished 5 null");

        bean.grant(hello -> new TransferGrant.Read(KEY, 6, version));
        try (TransferClient client = connect(KEY);
                RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 3)) {
            PartitionDownload download = client.download();
            download.open("d1p1.img");
            download.askRegions(List.of(0L, 3L));
            assertThat(codec.decompress(download.receive().bytes(), content.length))
                    .isEqualTo(ByteBuffer.wrap(content));
            assertThat(download.receive().number()).isEqualTo(3);
            TransferSnapshot snapshot = snapshots().get(0);
            assertThat(snapshot.taskId()).isEqualTo(6);
            assertThat(snapshot.subject()).isEqualTo("session");
            assertThat(snapshot.bytes()).isGreaterThan(2L * content.length);
        }
        assertThat(bean.nextEvent()).isEqualTo("started 6 null");
        assertThat(bean.nextEvent()).isEqualTo("finished 6 null");
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void aPeerThatDoesNotReadHoldsNobodyUp() throws Exception {
        bean.grant(hello -> new TransferGrant.Write(KEY, 5, version, 0));
        upload();
        bean.grant(hello -> new TransferGrant.Read(KEY, 6, version));
        try (TransferClient slow = connect(KEY);
                TransferClient fast = connect(KEY)) {
            PartitionDownload held = slow.download();
            held.open("d1p1.img");
            for (int i = 0; i < 10; i++) {
                held.askRegions(List.of(0L, 3L));
            }
            PartitionDownload download = fast.download();
            download.open("d1p1.img");
            download.askRegions(List.of(3L));
            assertThat(download.receive().number()).isEqualTo(3);
            for (int i = 0; i < 20; i++) {
                assertThat(held.receive().contentLength()).isEqualTo(content.length);
            }
        }
    }

    @Test
    void aMachineThatComesBackTakesThePlaceOfItsDeadConnection() throws Exception {
        bean.grant(hello -> new TransferGrant.Write(KEY, 5, version, 0));
        try (TransferClient dead = connect(KEY)) {
            dead.upload().begin("d1p1.img", GEOMETRY);
            bean.grant(hello -> new TransferGrant.Write(KEY, 7, version, 0));
            connect(KEY).close();
            dead.upload().begin("d1p2.img", GEOMETRY);

            bean.grant(hello -> new TransferGrant.Write(KEY, 5, version, 0));
            try (TransferClient back = connect(KEY)) {
                back.upload().begin("d1p2.img", GEOMETRY);
                assertThat(snapshots()).hasSize(1);
            }
        }
    }

    private void upload() throws Exception {
        RootDigest root = new RootDigest();
        try (TransferClient client = connect(KEY);
                RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 3)) {
            PartitionUpload upload = client.upload();
            upload.begin("d1p1.img", GEOMETRY);
            upload.putHead(0, codec.compress(ByteBuffer.allocateDirect(GEOMETRY.headFrameBytes(0))));
            ByteBuffer used =
                    ByteBuffer.allocateDirect(content.length).put(content).flip();
            for (long region : new long[] {0, 3}) {
                byte[] digest = new byte[32];
                root.add(digest);
                upload.putRegion(
                        new RegionHashes(region, digest, new byte[16 * 32]), content.length, codec.compress(used));
            }
            upload.finish(root.value());
        }
    }

    @Test
    void aWrongKeyIsNoTransfer() throws Exception {
        bean.grant(hello -> new TransferGrant.Read(KEY, 6, version));
        byte[] wrong = new byte[32];
        wrong[0] = 1;

        assertFailure(wrong, Failure.UNAUTHORISED);
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void handsOnARefusal() {
        bean.grant(hello -> new TransferGrant.Refused(Failure.CANCELLED));

        assertFailure(KEY, Failure.CANCELLED);
    }

    @Test
    void aBeanThatFailsIsARetry() {
        bean.grant(hello -> {
            throw new IllegalStateException("the database is away");
        });

        assertFailure(KEY, Failure.BUSY);
    }

    @Test
    void cancellingTellsTheMachineAndTheApplication() throws Exception {
        bean.grant(hello -> new TransferGrant.Read(KEY, 6, version));
        try (TransferClient client = connect(KEY);
                MachineLink link = adapter.connect()) {
            assertThat(bean.nextEvent()).isEqualTo("started 6 null");
            assertThat(link.cancel(snapshots().get(0).id())).isTrue();

            assertThatThrownBy(() -> client.download().open("d1p1.img"))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
        }
        assertThat(bean.nextEvent()).isEqualTo("failed 6 CANCELLED");
    }

    @Test
    void closingTheListenersSendsNoMachineAwayForGood() throws Exception {
        bean.grant(hello -> new TransferGrant.Read(KEY, 6, version));
        try (TransferClient client = connect(KEY);
                MachineLink link = adapter.connect()) {
            assertThat(bean.nextEvent()).isEqualTo("started 6 null");
            link.closeListeners();

            assertThat(bean.nextEvent()).isEqualTo("failed 6 SERVER_LOST");
            assertThatThrownBy(() -> client.download().open("d1p1.img"))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().retriable()).isTrue());
        }
    }

    @Test
    void garbageIsRefusedAndTheNextIsServed() throws Exception {
        try (SocketChannel socket = SocketChannel.open(adapter.address("transfer"))) {
            socket.write(ByteBuffer.wrap(new byte[] {0x7f, -1, -1, -1, 1, 2, 3, 4}));
            ByteBuffer answer = ByteBuffer.allocate(1000);
            while (socket.read(answer) >= 0) {
                assertThat(answer.hasRemaining()).isTrue();
            }
            assertThat(answer.position()).isPositive();
        }
        bean.grant(hello -> new TransferGrant.Read(KEY, 6, version));
        connect(KEY).close();
    }

    private void assertFailure(byte[] key, Failure failure) {
        assertThatThrownBy(() -> connect(key))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }

    private TransferClient connect(byte[] key) throws Exception {
        return TransferClient.connect(
                SocketChannel.open(adapter.address("transfer")), "session", key, new SecureRandom());
    }

    private List<TransferSnapshot> snapshots() throws Exception {
        try (MachineLink link = adapter.connect()) {
            return link.transfers();
        }
    }
}
