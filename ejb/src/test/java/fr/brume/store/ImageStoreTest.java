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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStoreTest {
    @TempDir
    private Path images;

    private ImageStore store;

    @BeforeEach
    void open() {
        store = new ImageStore(images.resolve("images"), new SigningKey(images.resolve("tls")));
    }

    @Test
    void aCommittedVersionIsReadAsItWasWritten() throws Exception {
        ImageManifest manifest = capture("win10", 4, 1);
        assertThat(store.versions("win10")).extracting(StoredVersion::number).containsExactly(1);
        assertThat(store.versions("win10").get(0).current()).isTrue();
        assertThat(store.manifest("win10", 1)).isEqualTo(manifest);
        assertThat(store.sideFiles("win10", 1)).containsExactlyInAnyOrderElementsOf(SampleCapture.SIDE_FILES);
        assertThat(Files.readString(images.resolve("images/win10/current"))).isEqualTo("v0001\n");
        assertThat(store.leftovers("win10")).isEmpty();
        assertThat(store.bytesOnServer("win10", 1)).isGreaterThan(1 << 20);
        assertThat(ImageStore.bytesOnClient(manifest)).isEqualTo(1 << 20);
        try (var files = Files.list(store.version("win10", 1))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "manifest.json",
                            "SHA256SUMS",
                            "SHA256SUMS.sig",
                            "d1p1.img",
                            "d1p1.chunks",
                            "d1.partitions",
                            "d1.mbr",
                            "d1.original.swapuuids");
        }
    }

    @Test
    void theNextVersionTakesOverAndTheFirstCanGo() throws Exception {
        capture("win10", 4, 1);
        capture("win10", 5, 2);
        assertThat(store.versions("win10")).extracting(StoredVersion::current).containsExactly(false, true);
        store.deleteVersion("win10", 1);
        store.deleteVersion("win10", 1);
        assertThat(store.versions("win10")).extracting(StoredVersion::number).containsExactly(2);
        store.deleteImage("win10");
        assertThat(store.versions("win10")).isEmpty();
    }

    @Test
    void theSameTaskFindsItsStagedVersionAgain() throws Exception {
        StagedVersion staged = store.begin("win10", 4, id -> true);
        Files.writeString(staged.folder().resolve("d1p1.img"), "begun");
        assertThat(store.begin("win10", 4, id -> true)).isEqualTo(staged);
        assertThat(staged.folder().resolve("d1p1.img")).hasContent("begun");
    }

    @Test
    void onlyOneActiveTaskStagesAnImage() throws Exception {
        store.begin("win10", 4, id -> true);
        refused(Failure.IMAGE_IN_CAPTURE, () -> store.begin("win10", 5, id -> id == 4));
        store.begin("win10", 5, id -> false);
    }

    @Test
    void whatADeadCaptureLeftIsListedAndRemovable() throws Exception {
        capture("win10", 4, 1);
        SampleCapture.stage(store.begin("win10", 5, id -> true).folder());
        assertThat(store.leftovers("win10")).singleElement().satisfies(left -> {
            assertThat(left.taskId()).isEqualTo(5);
            assertThat(left.bytes()).isGreaterThan(1 << 20);
        });
        assertThat(store.versions("win10")).hasSize(1);
        store.deleteStaged("win10", 5);
        assertThat(store.leftovers("win10")).isEmpty();
    }

    @Test
    void deletionsThatACrashCutShortAreFinished() throws Exception {
        Path image = Files.createDirectories(images.resolve("images").resolve("win10/.deleted-v0003/x"));
        Path whole = Files.createDirectories(images.resolve("images").resolve(".deleted-old"));
        Path kept = Files.createDirectories(images.resolve("images").resolve("win10/v0004"));
        store.finishDeletions();
        assertThat(image.getParent()).doesNotExist();
        assertThat(whole).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void refusesNamesThatAreNotPortable() {
        for (String name :
                new String[] {"", "..", ".hidden", "a/b", "a\\b", "é", "a b", "end.", "x".repeat(65), "a\0"}) {
            refused(Failure.NOT_FOUND, () -> store.begin(name, 1, id -> true));
            refused(Failure.NOT_FOUND, () -> store.deleteImage(name));
        }
    }

    @Test
    void refusesANameThatDiffersByCaseOnly() throws Exception {
        store.begin("Win10", 1, id -> true);
        refused(Failure.STORAGE_ERROR, () -> store.begin("win10", 2, id -> true));
    }

    @Test
    void refusesSideFilesOfOtherNames() throws Exception {
        StagedVersion staged = store.begin("win10", 4, id -> true);
        for (String name : new String[] {"../x", "manifest.json", "d1p1.img", "current", "d0.mbr", "d1.mbr.new", ""}) {
            List<SideFile> files = List.of(new SideFile("d1.mbr", ""), new SideFile(name, ""));
            refused(Failure.PROTOCOL_ERROR, () -> store.putSideFiles(staged, files));
        }
        refused(Failure.PROTOCOL_ERROR, () -> store.putSideFiles(staged, List.of(new SideFile("d1.mbr", "%%"))));
        assertThat(staged.folder()).isEmptyDirectory();
    }

    private ImageManifest capture(String path, long task, int number) throws Exception {
        StagedVersion staged = store.begin(path, task, id -> true);
        store.putSideFiles(staged, SampleCapture.SIDE_FILES);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        store.commit(staged, manifest, number, (done, total) -> {}, () -> {});
        return manifest;
    }

    private static void refused(Failure failure, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
