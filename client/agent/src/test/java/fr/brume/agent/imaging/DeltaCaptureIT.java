package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionCheck;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.StoredPartition;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions of which only what changed travelled, judged by partclone: each is byte for byte what it makes of the disk. */
class DeltaCaptureIT extends ImagingTest {
    private static final long BYTES = 256L << 20;

    private String device;

    @BeforeEach
    void start() throws Exception {
        device = SourceDisks.gpt(lab, folder.resolve("source"), BYTES);
    }

    @Test
    void threeDays() throws Exception {
        days(3);
    }

    @Test
    @Tag("full")
    void twentyDays() throws Exception {
        days(20);
    }

    @Test
    void aVersionWithADamagedIndexIsCuredByTheNextOne() throws Exception {
        lab.capture(device, BYTES, 0);
        assertCured("d1p3.chunks", 0);
    }

    @Test
    void aVersionWithADamagedRegionIsCuredByTheNextOne() throws Exception {
        lab.capture(device, BYTES, 0);
        assertCured("d1p3.img", Files.size(lab.store.resolve("d1p3.img")) / 2);
    }

    private void assertCured(String file, long damagedAt) throws Exception {
        Path damaged = lab.store;
        try (FileChannel channel = FileChannel.open(damaged.resolve(file), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[8]), damagedAt);
        }
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> check(damaged, "d1p3.img"));
        lab.earlier = java.util.Optional.of(damaged);
        lab.store = Files.createDirectory(folder.resolve("v1"));
        CaptureRequest image = lab.capture(device, BYTES, 0);
        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            if (!partition.file().isEmpty()) {
                assertWhatPartcloneMakes(partition);
            }
        }
    }

    private void days(int days) throws Exception {
        lab.capture(device, BYTES, 0);
        long whole = lab.wireBytes;
        for (int day = 1; day <= days; day++) {
            live(day);
            lab.earlier = java.util.Optional.of(lab.store);
            lab.store = Files.createDirectory(folder.resolve("v" + day));
            CaptureRequest image = lab.capture(device, BYTES, 0);
            assertThat(lab.wireBytes).as("bytes sent, of " + whole).isLessThan(whole / 8);
            for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
                if (!partition.file().isEmpty()) {
                    assertWhatPartcloneMakes(partition);
                }
            }
        }
    }

    private static void check(Path version, String file) throws Exception {
        try (StoredPartition stored = StoredPartition.open(version, file);
                PartitionCheck check = new PartitionCheck(stored, (offset, frame) -> {})) {
            check.run();
        }
    }

    private void assertWhatPartcloneMakes(PartitionManifest partition) throws Exception {
        check(lab.store, partition.file());
        String name = switch (partition.fileSystem()) {
            case "ext4" -> "extfs";
            case "vfat" -> "fat32";
            default -> partition.fileSystem();
        };
        if (!name.equals("raw")) {
            String node = lab.loops.device(device, partition.number(), partition.start(), partition.bytes());
            assertThat(lab.shell("zstd -dcq " + lab.store.resolve(partition.file()) + " | sha256sum"))
                    .as(partition.file())
                    .isEqualTo(lab.shell(
                            "partclone." + name + " -f 0 -c -a0 -s " + node + " -o - -L /dev/null | sha256sum"));
        }
    }

    /** Some files are written, some deleted, one grows; on two file systems. */
    private void live(int day) throws Exception {
        lab.shell("blockdev --setrw " + device);
        lab.loops.reread(device);
        String linux = lab.loops.device(device, 4, 247808L << 9, 204800L << 9);
        lab.shell(
                "f=$(mktemp); head -c $((%1$d * 70001)) /dev/urandom > $f; debugfs -w -f <(printf 'rm %1$d\nwrite '$f' new%1$d\n') %2$s; rm $f"
                        .formatted(day, linux));
        String windows = lab.loops.device(device, 3, 116736L << 9, 131072L << 9);
        lab.shell("f=$(mktemp); head -c 300001 /dev/urandom > $f; ntfscp --quiet " + windows + " $f day" + day
                + ".bin; rm $f; sync");
        lab.loops.reread(device);
    }
}
