package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.agent.progress.Cancellation;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole disks through capture, store and deploy, judged by partclone, sfdisk, zstd and the file systems' own tools. */
class CaptureDeployIT extends ImagingTest {
    private Path source;
    private String device;

    @BeforeEach
    void start() throws Exception {
        source = folder.resolve("source");
    }

    @Test
    void biosDiskWithLogicalPartitions() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        String before = sha256(source);

        CaptureRequest image = lab.capture(device, 320 * MIB, 0);

        assertThat(sha256(source)).as("the source was not written").isEqualTo(before);
        assertThat(image.manifest().disks().get(0).partitions())
                .extracting(PartitionManifest::fileSystem)
                .containsExactly("ntfs", "ext4", "swap", "extended", "vfat", "raw");
        ProgressReport end = lab.progress.snapshot();
        assertThat(end.done()).isEqualTo(end.total()).isPositive();

        String target = lab.disk(folder.resolve("target"), 320 * MIB);
        lab.deploy(image, target, 320 * MIB, 0);
        assertSameDisk(image, target);
        assertThat(bytes(folder.resolve("target"), 0, 2048 * 512))
                .as("boot code, table to the last byte, and the sectors behind it")
                .isEqualTo(bytes(source, 0, 2048 * 512));
    }

    @Test
    void uefiDiskOntoALargerOneWithALineThatBreaks() throws Exception {
        device = SourceDisks.gpt(lab, source, 256 * MIB);

        CaptureRequest image = lab.capture(device, 256 * MIB, 2);
        assertThat(lab.connections).as("one per partition, and two that broke").isEqualTo(4 + 2);

        String target = lab.disk(folder.resolve("target"), 300 * MIB);
        lab.deploy(image, target, 300 * MIB, 2);
        assertThat(lab.connections).as("to look and to restore").isEqualTo(2 * 4 + 2);
        assertSameDisk(image, target);
        assertThat(lab.shell("sgdisk --verify " + target)).contains("No problems found");
    }

    @Test
    void theGptSideFileIsTheBackupOfSgdisk() throws Exception {
        device = SourceDisks.gpt(lab, source, 256 * MIB);
        CaptureRequest image = lab.capture(device, 256 * MIB, 0);
        lab.shell("sgdisk --backup=" + folder.resolve("backup") + " " + device);

        byte[] ours =
                java.util.Base64.getDecoder().decode(image.sideFiles().get(1).content());
        assertThat(ours).isEqualTo(Files.readAllBytes(folder.resolve("backup")));
    }

    @Test
    void whatIsStoredIsRestoredWithoutBrume() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        CaptureRequest image = lab.capture(device, 320 * MIB, 0);

        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            if (partition.file().equals("d1p1.img") || partition.file().equals("d1p2.img")) {
                String node = lab.loops.device(device, 0, partition.start(), partition.bytes());
                String name = partition.file().equals("d1p1.img") ? "ntfs" : "extfs";
                assertThat(lab.shell("zstd -dcq " + lab.store.resolve(partition.file()) + " | sha256sum"))
                        .isEqualTo(lab.shell(partclone(name, node)));
            }
        }
    }

    @Test
    void aCaptureThatDiedGoesOnAfterARestartUnlessTheDiskChanged() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        assertCancelled(() -> lab.capture(device, 320 * MIB, 1, () -> lab.cancellation.cancel(Failure.CANCELLED)));
        assertThat(Files.size(lab.store.resolve("d1p1.img"))).isPositive();

        lab.cancellation = new Cancellation();
        CaptureRequest image = lab.capture(device, 320 * MIB, 0);
        String target = lab.disk(folder.resolve("target"), 320 * MIB);
        lab.deploy(image, target, 320 * MIB, 0);
        assertSameDisk(image, target);

        String raw = lab.loops.device(target, 6, 440320L << 9, 20480L << 9);
        lab.shell("printf changed | dd conv=notrunc of=" + raw + "; sync");
        lab.loops.reread(target);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.capture(target, 320 * MIB, 0))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.SOURCE_CHANGED));
    }

    @Test
    void aCancelledDeployLeavesADiskThatDoesNotStart() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        CaptureRequest image = lab.capture(device, 320 * MIB, 0);
        Path file = folder.resolve("target");
        String target = lab.disk(file, 320 * MIB);
        lab.shell("head -c 65536 /dev/urandom | dd conv=notrunc of=" + target);

        assertCancelled(
                () -> lab.deploy(image, target, 320 * MIB, 1, () -> lab.cancellation.cancel(Failure.CANCELLED)));
        assertThat(bytes(file, 0, 2048 * 512)).containsOnly(0);
    }

    @Test
    void aDiskThatRanForAWhileGetsOnlyWhatChanged() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        CaptureRequest image = lab.capture(device, 320 * MIB, 0);
        String target = lab.disk(folder.resolve("target"), 320 * MIB);
        lab.deploy(image, target, 320 * MIB, 0);
        long whole = lab.wireBytes;

        String linux = lab.loops.device(target, 2, 133120L << 9, 204800L << 9);
        lab.shell("debugfs -w -f <(printf 'rm 1\\nrm text\\nwrite /etc/passwd new\\n') " + linux + "; sync");
        lab.loops.reread(target);
        lab.deploy(image, target, 320 * MIB, 0);
        assertThat(lab.wireBytes).as("bytes sent again, of " + whole).isLessThan(whole / 20);
        assertSameDisk(image, target);
    }

    private static void assertCancelled(ThrowingCallable call) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    }

    @Test
    void aDamagedRegionIsNotWrittenAndTheDiskDoesNotStart() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        CaptureRequest image = lab.capture(device, 320 * MIB, 0);
        lab.shell("printf XXXX | dd conv=notrunc bs=1 seek=$((3 << 20)) of=" + lab.store.resolve("d1p2.img"));
        Path file = folder.resolve("target");
        String target = lab.disk(file, 320 * MIB);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.deploy(image, target, 320 * MIB, 0))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.IMAGE_CORRUPT));
        assertThat(bytes(file, 0, 1024)).containsOnly(0);
    }

    private void assertSameDisk(CaptureRequest image, String target) throws Exception {
        assertThat(table(target)).isEqualTo(table(device));
        for (PartitionManifest partition : image.manifest().disks().get(0).partitions()) {
            String ours = lab.loops.device(target, partition.number(), partition.start(), partition.bytes());
            String theirs = lab.loops.device(device, partition.number(), partition.start(), partition.bytes());
            switch (partition.fileSystem()) {
                case "ntfs" -> assertSameOutput(partclone("ntfs", ours), partclone("ntfs", theirs));
                case "ext4" -> assertSameOutput(partclone("extfs", ours), partclone("extfs", theirs));
                case "vfat" -> assertSameOutput(partclone("fat", ours), partclone("fat", theirs));
                case "raw" -> assertSameOutput("sha256sum < " + ours, "sha256sum < " + theirs);
                case "swap" -> assertSameOutput("blkid -s UUID -o value " + ours, "blkid -s UUID -o value " + theirs);
                default -> assertThat(partition.fileSystem()).isEqualTo("extended");
            }
        }
    }

    private void assertSameOutput(String ours, String theirs) throws FailureException {
        assertThat(lab.shell(ours)).as(ours).isEqualTo(lab.shell(theirs)).isNotBlank();
    }

    /** With {@code -f 0}, because partclone sleeps for the time between two lines of its progress before it ends. */
    private static String partclone(String name, String device) {
        return "partclone." + name + " -f 0 -c -a0 -s " + device + " -o - -L /dev/null | sha256sum";
    }

    private String table(String disk) throws FailureException {
        return lab.shell("sfdisk --dump " + disk + " | sed -e 's#/dev/loop[0-9]*p#p#; /^device/d; /^last-lba/d'");
    }

    private String sha256(Path file) throws FailureException {
        return lab.shell("sync; sha256sum < " + file);
    }

    private static byte[] bytes(Path file, long offset, int length) throws Exception {
        try (var channel = Files.newByteChannel(file)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(length);
            channel.position(offset);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            return buffer.array();
        }
    }
}
