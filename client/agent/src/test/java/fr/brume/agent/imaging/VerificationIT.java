package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.ImagingOptions;
import fr.brume.protocol.agent.Phase;
import fr.brume.protocol.agent.VerificationMode;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.image.StoredPartition;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred bits that flip on the disk after they were written: every one is found, and put right where that is wanted. */
class VerificationIT {
    private static final long BYTES = 256L << 20;
    private static final int FLIPS = 100;

    @TempDir
    Path folder;

    private final Random random = new Random(20);
    private ImagingLab lab;
    private CaptureRequest image;
    private Path file;
    private String target;
    private boolean flipped;

    @BeforeEach
    void start() throws Exception {
        lab = new ImagingLab(Files.createDirectory(folder.resolve("store")));
        String source = SourceDisks.gpt(lab, folder.resolve("source"), BYTES);
        image = lab.capture(source, BYTES, 0);
        file = folder.resolve("target");
        target = lab.disk(file, BYTES);
        lab.around = disks -> new TroubledDisks(disks, this::flipOnce);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void areRepaired() throws Exception {
        deploy(VerificationMode.REPAIR);
        assertThat(flipped).isTrue();
        try (RandomAccessFile was =
                        new RandomAccessFile(folder.resolve("source").toFile(), "r");
                RandomAccessFile is = new RandomAccessFile(target, "r")) {
            for (long place : usedBlocks()) {
                assertThat(bytes(is, place)).as("block at " + place).isEqualTo(bytes(was, place));
            }
        }
    }

    private static byte[] bytes(RandomAccessFile disk, long place) throws Exception {
        byte[] bytes = new byte[512];
        disk.seek(place);
        disk.readFully(bytes);
        return bytes;
    }

    @Test
    void failTheTaskWithThePlace() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> deploy(VerificationMode.ON))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_NOT_KEPT))
                .satisfies(e -> assertThat(e.arguments().get(0)).isEqualTo(target));
    }

    private void deploy(VerificationMode mode) throws Exception {
        lab.options = new ImagingOptions(ComparisonMode.OFF, mode, FreeSpaceMode.KEEP, false);
        lab.deploy(image, target, BYTES, 0);
    }

    private synchronized void flipOnce() {
        TaskProgress progress = lab.progress;
        if (!flipped && progress.snapshot().phase() == Phase.VERIFYING) {
            flipped = true;
            try (RandomAccessFile disk = new RandomAccessFile(target, "rw")) {
                List<Long> places = usedBlocks();
                for (int i = 0; i < FLIPS; i++) {
                    long place = places.get(random.nextInt(places.size())) + random.nextInt(512);
                    disk.seek(place);
                    int old = disk.read();
                    disk.seek(place);
                    disk.write(old ^ 1 << random.nextInt(8));
                }
                disk.getFD().sync();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Where the blocks that the image uses are on the disk. */
    private List<Long> usedBlocks() throws Exception {
        List<Long> places = new ArrayList<>();
        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            try (StoredPartition stored = StoredPartition.open(lab.store, partition.file());
                    RegionCodec codec = new RegionCodec(ImagingLab.REGION, 1)) {
                PartitionGeometry geometry = stored.index().geometry();
                HeadReader head = new HeadReader(geometry, head(stored, geometry, codec));
                for (RegionBits bits = head.nextUsed(); bits != null; bits = head.nextUsed()) {
                    for (int block = bits.nextUsed(0); block < bits.blocks(); block = bits.nextUsed(block + 1)) {
                        places.add(partition.start()
                                + geometry.start(bits.region())
                                + (long) block * geometry.blockSize());
                    }
                }
            }
        }
        return places;
    }

    private static KeptHead head(StoredPartition stored, PartitionGeometry geometry, RegionCodec codec)
            throws Exception {
        KeptHead kept = new KeptHead(geometry, codec);
        for (int frame = 0; frame < geometry.headFrames(); frame++) {
            RegionEntry entry = stored.index().head(frame);
            ByteBuffer bytes = ByteBuffer.allocate(entry.length());
            stored.read(entry, bytes);
            kept.head(frame, bytes.flip());
        }
        return kept;
    }
}
