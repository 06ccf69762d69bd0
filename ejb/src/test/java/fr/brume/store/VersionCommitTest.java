package fr.brume.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionGeometry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionCommitTest {
    @TempDir
    private Path images;

    private ImageStore store;

    @BeforeEach
    void open() {
        store = new ImageStore(images.resolve("images"), new SigningKey(images.resolve("tls")));
    }

    @Test
    void aCommitThatDiedBeforeCurrentCanBeRepeated() throws Exception {
        capture("win10", 4, 1);
        StagedVersion staged = store.begin("win10", 5, id -> true);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        commit(staged, manifest, 2);
        Files.writeString(images.resolve("images/win10/current"), "v0001\n");
        commit(staged, manifest, 2);
        assertThat(store.versions("win10")).extracting(StoredVersion::current).containsExactly(false, true);
    }

    @Test
    void aPartitionThatIsWrittenWhileItIsSealedIsNotCommitted() throws Exception {
        StagedVersion staged = store.begin("win10", 4, id -> true);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        Path stream = staged.folder().resolve(SampleCapture.FILE);
        byte[] sound = Files.readAllBytes(stream);
        CheckProgress cut = (done, total) -> {
            try {
                // When it was read already: nothing but its time and length tells it.
                Files.write(stream, done == total ? new byte[0] : sound);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        refused(Failure.IMAGE_CORRUPT, () -> store.commit(staged, manifest, 1, cut, () -> {}));
        Files.write(stream, sound);
        // As after a new beginning between the check and the seal: the upload takes the index away first.
        Files.delete(staged.folder().resolve("d1p1.chunks"));
        refused(Failure.IMAGE_CORRUPT, () -> commit(staged, manifest, 1));
        assertThat(store.versions("win10")).isEmpty();
    }

    @Test
    void aVersionThatIsNotWantedAnyMoreGetsNoPlace() throws Exception {
        capture("win10", 4, 1);
        StagedVersion staged = store.begin("win10", 5, id -> true);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        CommitConsent cancelled = () -> {
            throw new FailureException(Failure.CANCELLED);
        };
        refused(Failure.CANCELLED, () -> store.commit(staged, manifest, 2, (done, total) -> {}, cancelled));
        assertThat(store.versions("win10")).singleElement().satisfies(version -> {
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.current()).isTrue();
        });
    }

    @Test
    void aLeftFolderOfTheSameNumberMakesRoom() throws Exception {
        Path left = Files.createDirectories(images.resolve("images/win10/v0001"));
        Files.writeString(left.resolve("old"), "of a database that was put back");
        capture("win10", 4, 1);
        assertThat(left.resolve("old")).doesNotExist();
        assertThat(left.resolve(SampleCapture.FILE)).exists();
    }

    @Test
    void aDamagedPartitionIsNamedAndNotCommitted() throws Exception {
        StagedVersion staged = store.begin("win10", 4, id -> true);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        Path file = staged.folder().resolve(SampleCapture.FILE);
        byte[] sound = Files.readAllBytes(file);
        // A head frame, regions, padding, the seek table.
        for (int at : new int[] {40, 4096, sound.length / 2, sound.length - 4097, sound.length - 1}) {
            byte[] bytes = sound.clone();
            bytes[at] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> commit(staged, manifest, 1))
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(FailureException.class, e -> {
                        assertThat(e.failure()).isEqualTo(Failure.IMAGE_CORRUPT);
                        assertThat(e.arguments().get(0)).startsWith("d1p1.img: ");
                    });
        }
        assertThat(store.versions("win10")).isEmpty();
        assertThat(staged.folder().resolve("d1p1.journal"))
                .as("the upload may go on")
                .exists();
        Files.write(file, sound);
        commit(staged, manifest, 1);
    }

    @Test
    void whatIsSignedAreTheDigestsOfTheFiles() throws Exception {
        capture("win10", 4, 1);
        Path folder = store.version("win10", 1);
        StringBuilder expected = new StringBuilder();
        SampleCapture.digests(folder).forEach((name, digest) -> expected.append(digest + "  " + name + "\n"));
        assertThat(folder.resolve("SHA256SUMS")).hasContent(expected.toString());
    }

    /** An image of 40 GB must not be read once for its check and once more for its signature. */
    @Test
    void aCommitReadsEachByteOnce() throws Exception {
        capture("first", 4, 1);
        StagedVersion staged = store.begin("win10", 5, id -> true);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        List<Long> heard = new ArrayList<>();
        long before = bytesRead();
        store.commit(staged, manifest, 1, (done, total) -> heard.add(total - done), () -> {});
        long read = bytesRead() - before;
        assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(0L);
        long size = store.bytesOnServer("win10", 1);
        assertThat(read).isBetween(size, size + size / 4);
    }

    @Test
    void theRootIsComparedWithTheManifest() throws Exception {
        StagedVersion staged = store.begin("win10", 4, id -> true);
        SampleCapture.stage(staged.folder());
        ImageManifest other = SampleCapture.manifest(new PartitionGeometry(1 << 20, 16, 64 << 10, 128 << 10), "00");
        refused(Failure.IMAGE_CORRUPT, () -> commit(staged, other, 1));
    }

    @Test
    void anUnfinishedPartitionIsNotAccepted() throws Exception {
        StagedVersion staged = store.begin("win10", 4, id -> true);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        Files.delete(staged.folder().resolve("d1p1.chunks"));
        refused(Failure.IMAGE_CORRUPT, () -> commit(staged, manifest, 1));
    }

    /** Bytes that this thread has read from files since it began, by the kernel's count. */
    private static long bytesRead() throws IOException {
        return Files.readAllLines(Path.of("/proc/thread-self/io")).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }

    private ImageManifest capture(String path, long task, int number) throws Exception {
        StagedVersion staged = store.begin(path, task, id -> true);
        store.putSideFiles(staged, SampleCapture.SIDE_FILES);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        commit(staged, manifest, number);
        return manifest;
    }

    private void commit(StagedVersion staged, ImageManifest manifest, int number) throws FailureException {
        store.commit(staged, manifest, number, (done, total) -> {}, () -> {});
    }

    private static void refused(Failure failure, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
