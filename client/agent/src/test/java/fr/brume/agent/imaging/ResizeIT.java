package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resizable image onto a larger or a smaller disk: the same files, and checkers that find nothing wrong. */
class ResizeIT extends ImagingTest {
    @BeforeEach
    void start() throws Exception {
        lab.imageType = 1;
    }

    @Test
    void windowsLikeDiskOntoALargerOne() throws Exception {
        String source = SourceDisks.windows(lab, folder.resolve("source"), 240 * MIB);
        CaptureRequest image = lab.capture(source, 240 * MIB, 0);

        String target = lab.disk(folder.resolve("target"), 400 * MIB);
        lab.deploy(image, target, 400 * MIB, 0);

        assertThat(lab.shell("sgdisk --verify " + target)).contains("No problems found");
        assertThat(table(target)).isEqualTo("""
                        1 2048 81920
                        2 83968 32768
                        3 116736 659456
                        4 776192 40960
                        """);
        String system = lab.loops.device(target, 3, 116736L << 9, 659456L << 9);
        assertThat(lab.shell("ntfsresize --info --force --no-progress-bar " + system + " | grep 'volume size'"))
                .contains(Long.toString((659456L << 9) - 512).substring(0, 4));
        assertThat(files(system)).isEqualTo(files(lab.loops.device(source, 3, 116736L << 9, 327680L << 9)));
        assertThat(lab.shell("ntfsfix --no-action " + system)).contains("processed successfully");
        String recovery = lab.loops.device(target, 4, 776192L << 9, 40960L << 9);
        assertThat(lab.shell("ntfsfix --no-action " + recovery)).contains("processed successfully");
        assertThat(lab.shell("od -An -tu4 -j28 -N4 " + recovery).strip())
                .as("hidden sectors of the partition that moved")
                .isEqualTo("776192");
    }

    @Test
    void windowsLikeDiskOntoASmallerOne() throws Exception {
        String source = SourceDisks.windows(lab, folder.resolve("source"), 240 * MIB);
        CaptureRequest image = lab.capture(source, 240 * MIB, 0);
        PartitionManifest system = image.manifest().disks().get(0).partitions().get(2);
        assertThat(system.minimumBytes()).isBetween(18 * MIB, 40 * MIB);

        String target = lab.disk(folder.resolve("target"), 150 * MIB);
        lab.deploy(image, target, 150 * MIB, 1);

        assertThat(lab.shell("sgdisk --verify " + target)).contains("No problems found");
        String ntfs = partition(target, 3);
        assertThat(lab.shell("blockdev --getsize64 " + ntfs).strip()).isEqualTo(Long.toString(72 * MIB));
        assertThat(files(ntfs)).isEqualTo(files(lab.loops.device(source, 3, system.start(), system.bytes())));
        assertThat(lab.shell("ntfsfix --no-action " + ntfs)).contains("processed successfully");
        assertThat(lab.shell("ntfsfix --no-action " + partition(target, 4))).contains("processed successfully");
    }

    @Test
    void biosDiskWithLogicalPartitionsOntoASmallerOne() throws Exception {
        String source = SourceDisks.dos(lab, folder.resolve("source"), 320 * MIB);
        CaptureRequest image = lab.capture(source, 320 * MIB, 0);

        String target = lab.disk(folder.resolve("target"), 190 * MIB);
        lab.deploy(image, target, 190 * MIB, 0);

        assertThat(lab.shell("sfdisk --verify " + target)).contains("No errors detected");
        String linux = partition(target, 2);
        assertThat(Long.parseLong(lab.shell("blockdev --getsize64 " + linux).strip()))
                .isLessThan(204800L << 9);
        lab.shell("e2fsck -f -n " + linux);
        String copy = folder.resolve("dump").toString();
        String before = lab.loops.device(source, 2, 133120L << 9, 204800L << 9);
        assertThat(dump(linux, copy)).isEqualTo(dump(before, copy + "0"));
        assertThat(lab.shell("ntfsfix --no-action " + partition(target, 1))).contains("processed successfully");
        assertThat(lab.shell("sha256sum < " + partition(target, 6)))
                .isEqualTo(lab.shell("sha256sum < " + lab.loops.device(source, 6, 440320L << 9, 20480L << 9)));
    }

    @Test
    void aDiskOnWhichTheDataDoesNotFitIsRefusedUntouched() throws Exception {
        String source = SourceDisks.windows(lab, folder.resolve("source"), 240 * MIB);
        CaptureRequest image = lab.capture(source, 240 * MIB, 0);
        Path file = folder.resolve("target");
        String target = lab.disk(file, 96 * MIB);
        lab.shell("echo precious | dd conv=notrunc of=" + file);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.deploy(image, target, 96 * MIB, 0))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_TOO_SMALL));
        assertThat(Files.newInputStream(file).readNBytes(8))
                .isEqualTo("precious".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private String partition(String disk, int number) throws FailureException {
        String[] place = lab.shell("sfdisk --dump " + disk + " | sed -n 's/.*p\\?" + number
                        + " : start= *\\([0-9]*\\), size= *\\([0-9]*\\),.*/\\1 \\2/p'")
                .strip()
                .split(" ");
        return lab.loops.device(disk, number, Long.parseLong(place[0]) << 9, Long.parseLong(place[1]) << 9);
    }

    private String table(String disk) throws FailureException {
        return lab.shell("sfdisk --dump " + disk
                + " | sed -n 's/.*p\\?\\([0-9]\\) : start= *\\([0-9]*\\), size= *\\([0-9]*\\),.*/\\1 \\2 \\3/p'");
    }

    private String files(String ntfs) throws FailureException {
        return lab.shell("for i in 1 2 3; do ntfscat " + ntfs + " fichier$i.bin | sha256sum; done");
    }

    private String dump(String ext, String copy) throws FailureException {
        return lab.shell("mkdir " + copy + "; debugfs -R 'rdump / " + copy + "' " + ext + " 2>/dev/null; cd " + copy
                + "; find . -type f | sort | xargs sha256sum");
    }
}
