package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedPartitionTest {
    @TempDir
    private Path folder;

    private final SamplePartition sample = new SamplePartition(400, 4096, 128 << 10);

    StagedPartitionTest() throws FailureException {}

    @Test
    void aWholeOneIsReadAgainWithoutFault() throws Exception {
        byte[] root = sample.store(folder);
        try (StoredPartition stored = StoredPartition.open(folder, SamplePartition.FILE);
                PartitionCheck check = new PartitionCheck(stored, (offset, frame) -> {})) {
            assertThat(check.run().blocks()).isEqualTo(400);
            assertThat(stored.index().root()).isEqualTo(root);
            assertThat(stored.index().find(1)).isEmpty();
            assertThat(stored.index().find(2))
                    .hasValueSatisfying(e -> assertThat(e.number()).isEqualTo(2));
        }
    }

    @Test
    void goesOnBehindTheLastDurableFrame() throws Exception {
        putSome(3);
        try (StagedPartition staged = open()) {
            assertThat(staged.position().storedRegions()).isEqualTo(3);
            assertThat(staged.position().nextRegion()).isEqualTo(4);
            assertThat(staged.entries(1, 10)).extracting(RegionEntry::number).containsExactly(2L, 3L);
        }
        wholeAfterAll();
    }

    @Test
    void cutsATornTailOfBothFiles() throws Exception {
        putSome(3);
        Path journal = PartitionFile.journal(folder, SamplePartition.FILE);
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        Files.write(folder.resolve(SamplePartition.FILE), new byte[1234], StandardOpenOption.APPEND);
        try (StagedPartition staged = open()) {
            assertThat(staged.position().storedRegions()).isEqualTo(2);
        }
        wholeAfterAll();
    }

    @Test
    void forgetsWhatWasNotSynced() throws Exception {
        try (StagedPartition staged = open();
                StreamCutter cutter = new StreamCutter(sample.geometry, sample.stream)) {
            cutter.cut(staged, 3);
        }
        try (StagedPartition staged = open()) {
            assertThat(staged.position()).isEqualTo(StagedPosition.START);
        }
    }

    @Test
    void beginsAgainWithAnotherGeometry() throws Exception {
        sample.store(folder);
        PartitionGeometry other = new PartitionGeometry(1 << 20, 256, 4096, 128 << 10);
        try (StagedPartition staged = StagedPartition.open(folder, SamplePartition.FILE, other, 0)) {
            assertThat(staged.position()).isEqualTo(StagedPosition.START);
        }
        assertThat(PartitionFile.index(folder, SamplePartition.FILE)).doesNotExist();
    }

    @Test
    void hasOneWriter() throws Exception {
        try (StagedPartition staged = open()) {
            assertThat(staged.position().finished()).isFalse();
            refused(Failure.BUSY, this::open);
        }
    }

    @Test
    void refusesWhatDoesNotFit() throws Exception {
        try (StagedPartition staged = open();
                RegionCodec codec = new RegionCodec(128 << 10, 1)) {
            byte[] hashes = new byte[64];
            refused(
                    Failure.PROTOCOL_ERROR,
                    () -> staged.putRegion(new RegionHashes(0, new byte[32], hashes), 4096, frame(codec, 4096)));
            staged.putHead(0, frame(codec, sample.geometry.headFrameBytes(0)));
            staged.putRegion(new RegionHashes(5, new byte[32], hashes), 4096, frame(codec, 4096));
            for (long region : new long[] {5, 4, -1, 13, Long.MAX_VALUE}) {
                refused(
                        Failure.PROTOCOL_ERROR,
                        () -> staged.putRegion(
                                new RegionHashes(region, new byte[32], hashes), 4096, frame(codec, 4096)));
            }
            RegionHashes next = new RegionHashes(6, new byte[32], hashes);
            refused(Failure.PROTOCOL_ERROR, () -> staged.putRegion(next, 1 << 20, frame(codec, 4096)));
            refused(Failure.CORRUPT_DATA, () -> staged.putRegion(next, 8192, frame(codec, 4096)));
            refused(Failure.CORRUPT_DATA, () -> staged.putRegion(next, 8192, ByteBuffer.wrap(new byte[99])));
        }
    }

    @Test
    void saysWhenTheDiskIsFull() throws Exception {
        long more = Files.getFileStore(folder).getTotalSpace();
        try (StagedPartition staged = StagedPartition.open(folder, SamplePartition.FILE, sample.geometry, more);
                RegionCodec codec = new RegionCodec(128 << 10, 1)) {
            refused(Failure.SERVER_DISK_FULL, () -> staged.putHead(0, frame(codec, sample.geometry.headFrameBytes(0))));
        }
    }

    @Test
    void staysUnfinishedWithAnotherRoot() throws Exception {
        putSome(3);
        try (StagedPartition staged = open()) {
            refused(Failure.CORRUPT_DATA, () -> staged.finish(new byte[32]));
        }
        wholeAfterAll();
    }

    private StagedPartition open() throws Exception {
        return StagedPartition.open(folder, SamplePartition.FILE, sample.geometry, 0);
    }

    private void putSome(long regions) throws Exception {
        try (StagedPartition staged = open();
                StreamCutter cutter = new StreamCutter(sample.geometry, sample.stream)) {
            cutter.cut(staged, regions);
            staged.sync();
        }
    }

    private void wholeAfterAll() throws Exception {
        aWholeOneIsReadAgainWithoutFault();
    }

    private static ByteBuffer frame(RegionCodec codec, int length) {
        return codec.compress(ByteBuffer.allocateDirect(length));
    }

    private static void refused(Failure failure, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
