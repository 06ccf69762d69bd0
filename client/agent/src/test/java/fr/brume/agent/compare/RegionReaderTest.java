package fr.brume.agent.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.MemoryDisk;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For any map of used blocks: what is read is exactly the used blocks, in order. */
class RegionReaderTest {
    private static final int BLOCK = 512;
    private static final int BLOCKS = 700;
    private static final int START = 1024;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsExactlyTheUsedBlocks(long seed) throws Exception {
        Random random = new Random(seed);
        MemoryDisk disk = new MemoryDisk(START + BLOCKS * BLOCK);
        random.nextBytes(disk.content);
        BitSet used = new BitSet();
        for (int from = random.nextInt(20); from < BLOCKS; from += 1 + random.nextInt(60)) {
            used.set(from, Math.min(BLOCKS, from + 1 + random.nextInt(90)));
        }
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        used.stream().forEach(block -> expected.write(disk.content, START + block * BLOCK, BLOCK));

        assertThat(read(disk, used)).isEqualTo(expected.toByteArray());
    }

    private static byte[] read(MemoryDisk disk, BitSet used) throws Exception {
        PartcloneHeader header = new PartcloneHeader(
                "test", "EXTFS", (long) BLOCKS * BLOCK, BLOCKS, used.cardinality(), used.cardinality(), BLOCK);
        PartitionGeometry geometry = PartitionGeometry.of(header, 64 << 10);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (RegionCodec codec = new RegionCodec(geometry.regionSize(), 1)) {
            KeptHead kept = new KeptHead(geometry, codec);
            HeadWriter writer = new HeadWriter(geometry, codec, kept);
            ByteBuffer head = ByteBuffer.allocate((int) geometry.headBytes());
            writer.write(head.put(header.bytes()).put(used.toByteArray()).clear());
            HeadReader reader = new HeadReader(geometry, kept);
            RegionReader regions = new RegionReader(disk, START, geometry);
            for (RegionBits bits = reader.nextUsed(); bits != null; bits = reader.nextUsed()) {
                ByteBuffer content = ByteBuffer.allocate(RegionReader.memory(geometry.regionSize()));
                regions.read(bits, content);
                all.write(content.array(), 0, content.position());
            }
        }
        return all.toByteArray();
    }
}
