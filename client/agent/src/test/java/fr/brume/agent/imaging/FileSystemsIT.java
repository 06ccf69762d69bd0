package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.imaging.EveryFileSystem.Case;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file system through capture, store and deploy, judged by its own checker and by partclone's stream of both sides. */
class FileSystemsIT {
    @TempDir
    Path folder;

    @Test
    void everyFileSystemComesBack() throws Exception {
        try (ImagingLab lab = new ImagingLab(Files.createDirectory(folder.resolve("store")))) {
            Path source = folder.resolve("source");
            String device = EveryFileSystem.make(lab, source);
            String before = lab.shell("sha256sum < " + source);
            long bytes = EveryFileSystem.BYTES;

            CaptureRequest image = lab.capture(List.of(ImagingLab.report(device, bytes, 512)));
            assertThat(lab.shell("sha256sum < " + source))
                    .as("the source was not written")
                    .isEqualTo(before);
            List<PartitionManifest> partitions = image.manifest().disks().get(0).partitions();
            assertThat(partitions)
                    .extracting(PartitionManifest::fileSystem)
                    .containsExactlyElementsOf(
                            Arrays.stream(Case.values()).map(each -> each.name).toList());
            assertThat(partitions)
                    .extracting(PartitionManifest::rawReason)
                    .filteredOn(reason -> !reason.isEmpty())
                    .containsExactly("tool", "unknown");

            String target = lab.disk(folder.resolve("target"), bytes);
            lab.deploy(image, List.of(ImagingLab.report(target, bytes, 512)));
            assertThat(lab.shell("sgdisk --verify " + target)).contains("No problems found");
            for (Case each : Case.values()) {
                assertSame(lab, each, partitions.get(each.ordinal()), device, target);
            }
        }
    }

    /** Containers of APFS begin at a gigabyte. */
    @Test
    @Tag("full")
    void apfsComesBack() throws Exception {
        try (ImagingLab lab = new ImagingLab(Files.createDirectory(folder.resolve("store")))) {
            long bytes = 1200L << 20;
            String device = lab.disk(folder.resolve("source"), bytes);
            lab.shell("mkapfs " + device + " >&2; sync");
            CaptureRequest image = lab.capture(List.of(ImagingLab.report(device, bytes, 512)));
            assertThat(image.manifest().disks().get(0).partitions())
                    .extracting(PartitionManifest::fileSystem)
                    .containsExactly("apfs");
            String target = lab.disk(folder.resolve("target"), bytes);
            lab.deploy(image, List.of(ImagingLab.report(target, bytes, 512)));
            String dump = "partclone.apfs -f 0 -c -a0 -L /dev/null -o - -s ";
            assertThat(lab.shell(dump + target + " | sha256sum")).isEqualTo(lab.shell(dump + device + " | sha256sum"));
            lab.shell("apfsck " + target + " >&2");
        }
    }

    private static void assertSame(ImagingLab lab, Case each, PartitionManifest partition, String from, String onto)
            throws FailureException {
        String theirs = lab.loops.device(from, partition.number(), partition.start(), partition.bytes());
        String ours = lab.loops.device(onto, partition.number(), partition.start(), partition.bytes());
        String dump = "blkid -s UUID -o value ";
        if (!Kind.of(each.name).partclone().isEmpty()) {
            dump = Kind.of(each.name).partclone() + " -f 0 -c -a0 -L /dev/null -o - -s ";
        } else if (each.name.equals("raw")) {
            dump = "sha256sum < ";
        }
        assertThat(lab.shell(dump + ours + " | sha256sum"))
                .as(each.toString())
                .isEqualTo(lab.shell(dump + theirs + " | sha256sum"));
        lab.shell("p=" + ours + "; { " + each.judge + "; } >&2");
    }
}
