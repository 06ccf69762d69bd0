package fr.brume.adapter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.Pace;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.PartitionUpload;
import fr.brume.protocol.transfer.TransferClient;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of node and task, with real clients on loopback: kept within five percent. */
class PaceIT {
    private static final byte[] KEY = new byte[32];
    private static final int REGIONS = 32;
    private static final PartitionGeometry GEOMETRY =
            new PartitionGeometry((long) REGIONS << 20, REGIONS * 256L, 4096, 1 << 20);
    private static final long BYTES = (long) REGIONS << 20;
    private static final Percentage FIVE = Percentage.withPercentage(5);

    /** In memory: a slow disk is not what is measured. */
    private Path version;

    private final TransferBean bean = new TransferBean();
    private final byte[] content = new byte[1 << 20];
    private RunningAdapter adapter;

    @BeforeEach
    void start() throws Exception {
        new Random(9).nextBytes(content);
        version = Files.createTempDirectory(Path.of("/dev/shm"), "brume-pace");
        adapter = new RunningAdapter(request -> new BootFileAnswer.Refused(1, "none"), bean);
        adapter.open();
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(version);
    }

    @Test
    void limitsOfNodeAndTaskAreKept() throws Exception {
        upload("d1p1.img", Pace.FREE);
        download(Pace.FREE, 6);
        assertThat(rate(1, () -> upload("d1p2.img", new Pace("n", 0, 8_000_000))))
                .isCloseTo(8e6, FIVE);
        assertThat(rate(1, () -> download(new Pace("n", 0, 8_000_000), 6))).isCloseTo(8e6, FIVE);
        AtomicLong tasks = new AtomicLong(10);
        Callable<Long> other = () -> download(new Pace("n", 20_000_000, 0), tasks.incrementAndGet());
        assertThat(rate(3, other)).isCloseTo(20e6, FIVE);
    }

    @Test
    void whoHasNoLimitIsNotHeldUp() throws Exception {
        upload("d1p1.img", Pace.FREE);
        assertThat(rate(2, () -> download(Pace.FREE, 6))).isGreaterThan(50e6);
    }

    /** Bytes in a second of so many clients at once. */
    private double rate(int clients, Callable<Long> client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begun = System.nanoTime();
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(client));
            }
            long ended = begun;
            for (Future<Long> each : all) {
                ended = Math.max(ended, each.get());
            }
            return clients * BYTES * 1e9 / (ended - begun);
        } finally {
            threads.shutdownNow();
        }
    }

    private Long upload(String file, Pace pace) throws Exception {
        bean.grant(hello -> new TransferGrant.Write(KEY, 5, version, 0, Optional.empty(), pace));
        RootDigest root = new RootDigest();
        try (TransferClient client = connect();
                RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 1)) {
            PartitionUpload upload = client.upload();
            upload.begin(file, GEOMETRY);
            upload.putHead(0, codec.compress(ByteBuffer.allocateDirect(GEOMETRY.headFrameBytes(0))));
            ByteBuffer used =
                    ByteBuffer.allocateDirect(content.length).put(content).flip();
            for (long region = 0; region < REGIONS; region++) {
                byte[] digest = new byte[32];
                root.add(digest);
                upload.putRegion(
                        new RegionHashes(region, digest, new byte[16 * 32]),
                        content.length,
                        codec.compress(used.duplicate()));
            }
            upload.finish(root.value());
            return System.nanoTime();
        }
    }

    private Long download(Pace pace, long taskId) throws Exception {
        bean.grant(hello -> new TransferGrant.Read(KEY, taskId, version, pace));
        try (TransferClient client = connect()) {
            PartitionDownload download = client.download();
            download.open("d1p1.img");
            for (int first = 0; first < REGIONS; first += 8) {
                download.askRegions(LongStream.range(first, first + 8L).boxed().toList());
                for (int i = 0; i < 8; i++) {
                    download.receive();
                }
            }
            return System.nanoTime();
        }
    }

    private TransferClient connect() throws Exception {
        return TransferClient.connect(
                SocketChannel.open(adapter.address("transfer")), "session", KEY, new SecureRandom());
    }
}
