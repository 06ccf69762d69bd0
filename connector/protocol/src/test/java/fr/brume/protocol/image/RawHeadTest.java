package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

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
}
