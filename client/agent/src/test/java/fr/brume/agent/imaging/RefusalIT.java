package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused before anything is written or stored. */
class RefusalIT extends ImagingTest {
    private Path source;
    private String device;

    @BeforeEach
    void start() throws Exception {
        source = folder.resolve("source");
    }

    @Test
    void aSmallerDiskIsRefusedUntouched() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        CaptureRequest image = lab.capture(device, 320 * MIB, 0);
        Path file = folder.resolve("target");
        String target = lab.disk(file, 200 * MIB);
        lab.shell("echo precious | dd conv=notrunc of=" + file);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.deploy(image, target, 200 * MIB, 0))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.DISK_TOO_SMALL))
                .satisfies(e -> assertThat(e.arguments().get(0)).contains("Mo"));
        assertThat(Files.newInputStream(file).readNBytes(8))
                .isEqualTo("precious".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void whatWouldNotStartIsRefusedForItsCause() throws Exception {
        device = SourceDisks.dos(lab, source, 320 * MIB);
        lab.shell("(printf HIBR; head -c 8192 /dev/zero) > " + folder.resolve("h") + "; ntfscp --quiet " + ntfs() + " "
                + folder.resolve("h") + " hiberfil.sys; sync");
        assertRefused(Failure.NTFS_HIBERNATED);

        lab.shell("n=" + ntfs() + "; mkntfs --quick --quiet $n;"
                + " ntfsresize --force --force --no-progress-bar --size 60M $n; sync");
        assertRefused(Failure.NTFS_DIRTY);

        lab.shell("printf -- '-FVE-FS-' | dd conv=notrunc bs=1 seek=3 of=" + ntfs() + "; sync");
        assertRefused(Failure.BITLOCKER);
    }

    private String ntfs() throws FailureException {
        return lab.loops.device(device, 1, 2048L << 9, 131072L << 9);
    }

    private void assertRefused(Failure failure) throws Exception {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> lab.capture(device, 320 * MIB, 0))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure))
                .satisfies(e -> assertThat(e.arguments()).containsExactly("1"));
        assertThat(lab.store).isEmptyDirectory();
        lab.loops.reread(device);
        lab.shell("blockdev --setrw " + device);
    }
}
