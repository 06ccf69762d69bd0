package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resizable image onto a larger disk: file systems grow, fixed partitions do not, files are the same, checkers are clean. */
class GrowthIT {
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    private ImagingLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = new ImagingLab(Files.createDirectory(folder.resolve("store")));
        lab.imageType = 1;
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
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

    private String files(String ntfs) throws FailureException {
        return lab.shell("for i in 1 2 3; do ntfscat " + ntfs + " fichier$i.bin | sha256sum; done");
    }

    private String table(String disk) throws FailureException {
        return lab.shell("sfdisk --dump " + disk
                + " | sed -n 's/.*p\\?\\([0-9]\\) : start= *\\([0-9]*\\), size= *\\([0-9]*\\),.*/\\1 \\2 \\3/p'");
    }
}
