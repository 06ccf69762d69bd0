package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadReaderTest {
    @ParameterizedTest(name = "{0} blocks of {1} in regions of {2}")
    @CsvSource({
        "256, 4096, 65536",
        "1000, 512, 65536",
        "37, 16384, 65536",
        "13, 65536, 65536",
        "21, 65536, 131072",
        "5, 65536, 524288"
    })
    void givesTheBitsOfEachRegion(long blocks, int blockSize, int regionSize) throws Exception {
        SamplePartition sample = new SamplePartition(blocks, blockSize, regionSize);
        try (RegionCodec codec = new RegionCodec(regionSize, 1)) {
            HeadReader reader = new HeadReader(sample.geometry, kept(sample, codec, sample.stream));
            BitSet all = new BitSet();
            for (long region = 0; region < sample.geometry.regions(); region++) {
                RegionBits bits = reader.bits(region);
                int first = (int) region * sample.geometry.blocksPerRegion();
                for (int i = bits.nextUsed(0); i < bits.blocks(); i = bits.nextUsed(i + 1)) {
                    all.set(first + i);
                }
            }
            reader.finish();
            assertThat(all).isEqualTo(sample.used);
        }
    }

    @Test
    void readsABitmapLargerThanOneFrame() throws Exception {
        PartcloneHeader header = RawHead.header((300L << 20) + 512);
        PartitionGeometry geometry = PartitionGeometry.of(header, 64 << 10);
        assertThat(geometry.headFrames()).isEqualTo(2);
        try (RegionCodec codec = new RegionCodec(geometry.regionSize(), 1)) {
            KeptHead kept = new KeptHead(geometry, codec);
            RawHead.write(header, new HeadWriter(geometry, codec, kept));
            HeadReader reader = new HeadReader(geometry, kept);
            assertThat(reader.bits(geometry.regions() - 1).usedBlocks()).isEqualTo(1);
            reader.finish();
        }
    }

    @Test
    void noticesADamagedBitmap() throws Exception {
        SamplePartition sample = new SamplePartition(256, 4096, 64 << 10);
        byte[] damaged = sample.stream.clone();
        damaged[PartcloneHeader.BYTES + 20] ^= 4;
        try (RegionCodec codec = new RegionCodec(64 << 10, 1)) {
            HeadReader reader = new HeadReader(sample.geometry, kept(sample, codec, damaged));
            assertThatThrownBy(reader::finish)
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("bitmap");
        }
    }

    private static KeptHead kept(SamplePartition sample, RegionCodec codec, byte[] stream) throws Exception {
        KeptHead kept = new KeptHead(sample.geometry, codec);
        HeadWriter writer = new HeadWriter(sample.geometry, codec, kept);
        writer.write(ByteBuffer.wrap(stream, 0, (int) sample.geometry.headBytes()));
        writer.finish();
        return kept;
    }
}
