package fr.brume.protocol.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine lacks of blocks travels, and nothing else; what it asks for has limits. */
class BlocksTest {
    private static final byte[] KEY = new byte[32];
    private static final PartitionGeometry GEOMETRY = new PartitionGeometry(1 << 20, 2048, 512, 128 << 10);
    private static final List<ContentRange> RANGES =
            List.of(new ContentRange(512, 10_000), new ContentRange(60_000, 40_000));
    private static final ContentPieces PIECES = new ContentPieces(RANGES);

    @TempDir
    private Path version;

    private final ByteBuffer content = ByteBuffer.allocateDirect(100_352);

    @BeforeEach
    void store() throws Exception {
        byte[] bytes = new byte[content.capacity()];
        new Random(1).nextBytes(bytes);
        content.put(bytes).clear();
        RootDigest root = new RootDigest();
        root.add(new byte[32]);
        LoopedChannel channel = new LoopedChannel(hello -> new TransferGrant.Write(KEY, 7, version, 0));
        try (TransferClient client = TransferClient.connect(channel, "session", KEY, new SecureRandom());
                RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 3)) {
            PartitionUpload upload = client.upload();
            upload.begin("d1p1.img", GEOMETRY);
            upload.putHead(0, codec.compress(ByteBuffer.allocateDirect(GEOMETRY.headFrameBytes(0))));
            RegionHashes hashes = new RegionHashes(3, new byte[32], new byte[64]);
            upload.putRegion(hashes, content.capacity(), codec.compress(content));
            upload.finish(root.value());
        }
    }

    @Test
    void whatDiffersComes() throws Exception {
        int[] marks = PIECES.marks(content);
        marks[1]++;
        marks[12]++;
        PartitionDownload download = download();
        download.askBlocks(3, RANGES, marks);
        download.askBlocks(3, RANGES, PIECES.marks(content));

        ReceivedBlocks blocks = download.receiveBlocks(PIECES.count());
        assertThat(blocks.region()).isEqualTo(3);
        assertThat(blocks.pieces().stream()).containsExactly(1, 12);
        try (RegionCodec codec = new RegionCodec(GEOMETRY.regionSize(), 3)) {
            ByteBuffer expected = ByteBuffer.allocate(4096 + 40_000 - 9 * 4096)
                    .put(content.slice(512 + 4096, 4096))
                    .put(content.slice(60_000 + 9 * 4096, 40_000 - 9 * 4096))
                    .flip();
            assertThat(codec.decompress(blocks.frame(), expected.remaining())).isEqualTo(expected);
        }
        ReceivedBlocks none = download.receiveBlocks(PIECES.count());
        assertThat(none.pieces().isEmpty()).isTrue();
        assertThat(none.frame().remaining()).isZero();
    }

    @Test
    void stretchesOutsideOfTheContentOrOfOrderAreRefused() {
        int[] marks = new int[2];
        refused(Failure.PROTOCOL_ERROR, List.of(), new int[0]);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(100_000, 353)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(100_353, 1)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(0, 0)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(0, -1)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(-1, 5)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(0, Integer.MAX_VALUE)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(0, 9), new ContentRange(8, 9)), marks);
        refused(Failure.PROTOCOL_ERROR, List.of(new ContentRange(9, 9), new ContentRange(0, 9)), marks);
    }

    @Test
    void asManyMarksAsPiecesAreAccepted() {
        refused(Failure.PROTOCOL_ERROR, RANGES, new int[PIECES.count() - 1]);
        refused(Failure.PROTOCOL_ERROR, RANGES, new int[PIECES.count() + 1]);
        refused(Failure.LIMIT_EXCEEDED, RANGES, new int[Limits.PIECES + Limits.RANGES * 2 + 2]);
    }

    @Test
    void asManyStretchesAsARegionHasBlocksAreAccepted() {
        List<ContentRange> tooMany = IntStream.rangeClosed(0, Limits.RANGES)
                .mapToObj(i -> new ContentRange(2 * i, 1))
                .toList();
        refused(Failure.LIMIT_EXCEEDED, tooMany, new int[tooMany.size()]);
    }

    @Test
    void damageOfTheStoreIsNamed() throws Exception {
        Path stream = version.resolve("d1p1.img");
        byte[] bytes = Files.readAllBytes(stream);
        for (int at = bytes.length / 4; at < bytes.length / 2; at += 512) {
            bytes[at] ^= 1;
        }
        Files.write(stream, bytes);
        refused(Failure.IMAGE_CORRUPT, RANGES, new int[PIECES.count()]);
    }

    @Test
    void piecesThatNobodyAskedForAreRefused() {
        ByteBuffer body = ByteBuffer.allocate(9).put(8, (byte) 0b100);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Blocks.parse(new Message(MessageType.BLOCKS, body.duplicate()), 2))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.PROTOCOL_ERROR));
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Blocks.parse(new Message(MessageType.BLOCKS, body.duplicate()), 9))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.PROTOCOL_ERROR));
    }

    @Test
    void theLargestRequestAndAnswerAreWithinTheirLimits() {
        int[] marks = new int[Limits.PIECES];
        BitSet all = new BitSet();
        all.set(0, Limits.PIECES);
        List<ContentRange> ranges = IntStream.range(0, Limits.RANGES)
                .mapToObj(i -> new ContentRange(i, 1))
                .toList();

        assertThat(Blocks.ask(1, ranges, marks).remaining() - Message.HEADER)
                .isLessThanOrEqualTo(MessageType.GET_BLOCKS.maxBody());
        assertThat(8 + all.toByteArray().length + RegionCodec.bound(PartitionGeometry.MAX_REGION))
                .isLessThanOrEqualTo(MessageType.BLOCKS.maxBody());
    }

    private void refused(Failure failure, List<ContentRange> ranges, int[] marks) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> {
                    PartitionDownload download = download();
                    download.askBlocks(3, ranges, marks);
                    download.receiveBlocks(PIECES.count());
                })
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }

    private PartitionDownload download() throws Exception {
        LoopedChannel channel = new LoopedChannel(hello -> new TransferGrant.Read(KEY, 7, version));
        PartitionDownload download = TransferClient.connect(channel, "session", KEY, new SecureRandom())
                .download();
        download.open("d1p1.img");
        return download;
    }
}
