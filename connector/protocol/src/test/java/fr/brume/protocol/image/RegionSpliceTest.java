package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.ZstdInputStream;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version completed out of an earlier one is byte for byte what a whole one would be. */
class RegionSpliceTest {
    @TempDir
    private Path folder;

    private int taken;
    private int together;

    @ParameterizedTest
    @CsvSource({"4096, 131072", "512, 65536", "65536, 262144", "1024, 524288"})
    void aChainOfVersionsStaysTheStreamOfPartclone(int block, int region) throws Exception {
        SamplePartition now = new SamplePartition(11L * region / block - 3, block, region);
        now.store(version(0));
        for (int day = 1; day <= 5; day++) {
            SamplePartition next = now.later(day);
            complete(version(day - 1), version(day), next);
            assertThat(decompressed(version(day))).isEqualTo(next.stream);
            try (StoredPartition stored = StoredPartition.open(version(day), SamplePartition.FILE);
                    PartitionCheck check = new PartitionCheck(stored, (offset, frame) -> {})) {
                check.run();
            }
            now = next;
        }
        assertThat(taken).isPositive();
        assertThat(together).isPositive();
    }

    @Test
    void refusesARegionThatIsAnotherOne() throws Exception {
        SamplePartition sample = new SamplePartition(100, 4096, 128 << 10);
        sample.store(version(0));
        try (StoredPartition base = StoredPartition.open(version(0), SamplePartition.FILE);
                StagedPartition staged = StagedPartition.open(version(1), SamplePartition.FILE, sample.geometry, 0);
                StreamCutter cutter = new StreamCutter(sample.geometry, sample.stream)) {
            cutter.cut(staged, 0);
            RegionSplice splice = new RegionSplice(base, staged, 1);
            refused(() -> splice.reuse(0, new byte[32]));
            refused(() -> splice.patch(0, new byte[32], new BitSet(), ByteBuffer.allocate(0)));
            BitSet beyond = new BitSet();
            beyond.set(77);
            refused(() -> splice.patch(2, new byte[32], beyond, ByteBuffer.allocate(0)));
            splice.close();
        }
    }

    @Test
    void aDamagedFrameIsNotTakenOver() throws Exception {
        SamplePartition sample = new SamplePartition(100, 4096, 128 << 10);
        sample.store(version(0));
        Path stream = version(0).resolve(SamplePartition.FILE);
        byte[] sound = Files.readAllBytes(stream);
        RegionEntry first;
        try (StoredPartition base = StoredPartition.open(version(0), SamplePartition.FILE)) {
            first = base.index().entries(0, 1).get(0);
        }
        for (int at : new int[] {0, 8, first.length() / 2, first.length() - 1}) {
            byte[] damaged = sound.clone();
            damaged[(int) first.offset() + at] ^= 1;
            Files.write(stream, damaged);
            refused(() -> reuse(first, sample));
        }
        Files.write(stream, sound);
        reuse(first, sample);
    }

    private void reuse(RegionEntry region, SamplePartition sample) throws Exception {
        Path folder = Files.createTempDirectory(this.folder, "next");
        try (StoredPartition base = StoredPartition.open(version(0), SamplePartition.FILE);
                StagedPartition staged = StagedPartition.open(folder, SamplePartition.FILE, sample.geometry, 0);
                StreamCutter cutter = new StreamCutter(sample.geometry, sample.stream)) {
            cutter.cut(staged, 0);
            try (RegionSplice splice = new RegionSplice(base, staged, 1)) {
                splice.reuse(region.number(), region.digest());
            }
            assertThat(staged.position().nextRegion()).isEqualTo(region.number() + 1);
        }
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.CORRUPT_DATA));
    }

    private void complete(Path before, Path after, SamplePartition next) throws Exception {
        try (StoredPartition base = StoredPartition.open(before, SamplePartition.FILE);
                StagedPartition staged = StagedPartition.open(after, SamplePartition.FILE, next.geometry, 0);
                RegionCodec codec = new RegionCodec(next.geometry.regionSize(), 1);
                StreamCutter cutter = new StreamCutter(next.geometry, next.stream)) {
            RegionSplice[] splice = new RegionSplice[1];
            cutter.cut(staged, Long.MAX_VALUE, (bits, used, hashes) -> {
                if (splice[0] == null) {
                    splice[0] = new RegionSplice(base, staged, 3);
                }
                put(base, staged, splice[0], codec, bits, used, hashes);
            });
            staged.finish(cutter.root());
            splice[0].close();
        }
    }

    private void put(
            StoredPartition base,
            StagedPartition staged,
            RegionSplice splice,
            RegionCodec codec,
            RegionBits bits,
            ByteBuffer used,
            RegionHashes hashes)
            throws java.io.IOException, FailureException {
        RegionEntry before = base.index().find(bits.region()).orElse(null);
        if (before == null) {
            staged.putRegion(hashes, used.remaining(), codec.compress(used));
        } else if (java.util.Arrays.equals(before.digest(), hashes.digest())) {
            splice.reuse(bits.region(), hashes.digest());
            taken++;
        } else {
            BitSet different =
                    HashBlocks.different(hashes.blockHashes(), base.index().hashes(bits.region()));
            ByteBuffer changes = ByteBuffer.allocateDirect(used.remaining());
            new HashBlocks(staged.geometry(), bits)
                    .ranges(different)
                    .forEach(range -> changes.put(used.slice(used.position() + range.offset(), range.length())));
            boolean none = changes.position() == 0;
            splice.patch(
                    bits.region(),
                    hashes.digest(),
                    different,
                    none ? ByteBuffer.allocate(0) : codec.compress(changes.flip()));
            together++;
        }
    }

    private Path version(int number) throws Exception {
        return Files.createDirectories(folder.resolve("v" + number));
    }

    private static byte[] decompressed(Path version) throws Exception {
        try (InputStream in = new ZstdInputStream(Files.newInputStream(version.resolve(SamplePartition.FILE)))) {
            return in.readAllBytes();
        }
    }
}
