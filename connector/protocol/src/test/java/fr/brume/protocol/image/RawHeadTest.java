package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawHeadTest {
    @ParameterizedTest
    @CsvSource({"67108864, 65536", "67112960, 4096", "67113472, 512"})
    void takesTheLargestBlockThatFits(long bytes, int block) throws Exception {
        PartcloneHeader header = RawHead.header(bytes);
        assertThat(header.blockSize()).isEqualTo(block);
        assertThat(header.blocks() * block).isEqualTo(bytes);
        assertThat(header.usedByBitmap()).isEqualTo(header.blocks());
        PartitionGeometry geometry = PartitionGeometry.of(header, 4 << 20);
        try (RegionCodec codec = new RegionCodec(geometry.regionSize(), 1)) {
            KeptHead kept = new KeptHead(geometry, codec);
            RawHead.write(header, new HeadWriter(geometry, codec, kept));
            HeadReader reader = new HeadReader(geometry, kept);
            reader.finish();
        }
    }

    @Test
    void leavesOutTheWholeBlocksOfAStretch() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            long bytes = 4096L * (1 + random.nextInt(3000)) + (random.nextBoolean() ? 512 : 0);
            long from = random.nextInt((int) bytes);
            long end = from + random.nextInt((int) bytes);
            RawHead raw = RawHead.without(bytes, from, end);
            PartitionGeometry geometry = PartitionGeometry.of(raw.header(), 1 << 20);
            try (RegionCodec codec = new RegionCodec(geometry.regionSize(), 1)) {
                KeptHead kept = new KeptHead(geometry, codec);
                raw.write(new HeadWriter(geometry, codec, kept));
                new HeadReader(geometry, kept).finish();
                HeadReader reader = new HeadReader(geometry, kept);
                for (long region = 0; region < geometry.regions(); region++) {
                    RegionBits bits = reader.bits(region);
                    for (int block = 0; block < bits.blocks(); block++) {
                        long start = geometry.start(region) + (long) block * geometry.blockSize();
                        boolean inside = start >= from && start + geometry.blockSize() <= end;
                        assertThat(bits.nextUsed(block) == block).isEqualTo(!inside);
                    }
                }
            }
        }
    }
}
