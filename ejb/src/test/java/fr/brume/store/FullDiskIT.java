package fr.brume.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 3 MiB that fills up; mounting it takes root. */
class FullDiskIT {
    @TempDir
    private Path disk;

    private ImageStore store;

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=3m", "brume-image-test", disk.toString());
        store = new ImageStore(disk.resolve("images"), new SigningKey(disk.resolve("tls")));
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void aCaptureThatFillsTheDiskHarmsNoOtherImage() throws Exception {
        StagedVersion first = store.begin("first", 1, id -> true);
        ImageManifest manifest = SampleCapture.stage(first.folder());
        String seal = store.commit(first, manifest, 1, (done, total) -> {}, () -> {});
        long freeBefore = store.freeBytes();

        StagedVersion second = store.begin("second", 2, id -> true);
        SampleCapture.stage(second.folder());
        StagedVersion third = store.begin("third", 3, id -> true);
        refused(() -> SampleCapture.stage(third.folder()));
        store.deleteStaged("third", 3);
        store.deleteStaged("second", 2);

        assertThat(store.freeBytes()).isGreaterThan(freeBefore - 65_536);
        assertThat(store.leftovers("third")).isEmpty();
        store.sealed("first", 1, seal).verify((done, total) -> {});
    }

    @Test
    void theSystemsOwnRefusalIsUnderstood() throws Exception {
        StagedVersion staged = store.begin("first", 1, id -> true);
        Files.write(disk.resolve("filler"), new byte[(int) store.freeBytes() - 8192]);
        List<SideFile> files = List.of(new SideFile("d1.mbr", SampleCapture.base64("x".repeat(1 << 16))));
        refused(() -> store.putSideFiles(staged, files));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.SERVER_DISK_FULL));
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as(() -> String.join(" ", command) + ": " + said)
                .isZero();
    }
}
