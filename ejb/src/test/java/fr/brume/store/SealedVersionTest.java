package fr.brume.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedVersionTest {
    private static final CheckProgress NOBODY = (done, total) -> {};

    @TempDir
    private Path home;

    private ImageStore store;
    private String seal;
    private Path folder;

    @BeforeEach
    void capture() throws Exception {
        store = new ImageStore(home.resolve("images"), new SigningKey(home));
        seal = capture("win10");
        folder = store.version("win10", 1);
    }

    private String capture(String path) throws Exception {
        StagedVersion staged = store.begin(path, 4, id -> true);
        store.putSideFiles(staged, SampleCapture.SIDE_FILES);
        ImageManifest manifest = SampleCapture.stage(staged.folder());
        return store.commit(staged, manifest, 1, NOBODY, () -> {});
    }

    private SealedVersion version() throws Exception {
        return store.sealed("win10", 1, seal);
    }

    @Test
    void oneThatNobodyTouchedIsSound() throws Exception {
        version().requireSound();
        List<Long> heard = new ArrayList<>();
        assertThat(version().verify((done, total) -> heard.add(total - done))).isEqualTo(seal);
        assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(0L);
    }

    /** A hundred changes of one bit, over every file of the version in turn: each is found, and the file is named. */
    @Test
    void everyChangedBitIsFound() throws Exception {
        List<Path> files = files();
        Random random = new Random(42);
        assertThat(files).hasSize(8);
        for (int i = 0; i < 100; i++) {
            Path file = files.get(i % files.size());
            long size = Files.size(file);
            if (size == 0) {
                continue;
            }
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[(int) (random.nextDouble() * size)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            String name = file.getFileName().toString();
            if (name.endsWith(".sig")) {
                refused(name, () -> version().verify(NOBODY));
                refused(name, () -> version().requireSound());
                Files.write(file, sound);
                continue;
            }
            corrupt(name, () -> version().verify(NOBODY));
            if (!name.endsWith(".img")) {
                corrupt(name, () -> version().requireSound());
            }
            Files.write(file, sound);
        }
        version().verify(NOBODY);
    }

    @Test
    void theDamagedRegionIsNamed() throws Exception {
        Path file = folder.resolve(SampleCapture.FILE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> version().verify(NOBODY)).hasMessageContaining("d1p1.img: ");
    }

    @Test
    void filesThatAreMissingOrTooManyAreFound() throws Exception {
        Path extra = Files.createFile(folder.resolve("d1p3.img"));
        corrupt("d1p3.img", () -> version().requireSound());
        Files.delete(extra);
        Files.delete(folder.resolve("d1.mbr"));
        corrupt("d1.mbr", () -> version().requireSound());
        corrupt("d1.mbr", () -> version().verify(NOBODY));
    }

    @Test
    void anotherSignedVersionInItsPlaceIsFound() throws Exception {
        capture("other");
        Path other = store.version("other", 1);
        Files.move(folder, home.resolve("aside"));
        Files.move(other, folder);
        Files.writeString(folder.resolve("d1.mbr"), "changed");
        String resealed = DigestList.write(folder, new SigningKey(home), SampleCapture.digests(folder));
        store.sealed("win10", 1, resealed).requireSound();
        corrupt("SHA256SUMS", () -> version().requireSound());
    }

    @Test
    void aListSignedByAnotherSiteIsRefused() throws Exception {
        SigningKey other = new SigningKey(home.resolve("elsewhere"));
        String forged = DigestList.write(folder, other, SampleCapture.digests(folder));
        refused("SHA256SUMS.sig", () -> store.sealed("win10", 1, forged).requireSound());
        refused("SHA256SUMS.sig", () -> store.sealed("win10", 1, forged).verify(NOBODY));
    }

    @Test
    void aLostKeyIsNotReplacedAndNoDamage() throws Exception {
        Path secret = home.resolve("image-signing.key");
        Path aside = Files.move(secret, home.resolve("backup"));
        ImageStore restarted = new ImageStore(home.resolve("images"), new SigningKey(home));
        refused("image-signing.key", () -> restarted.sealed("win10", 1, seal).requireSound());
        refused("image-signing.key", () -> restarted.begin("other", 5, id -> true));
        StagedVersion staged = restarted.staged("other", 5);
        refused("image-signing.key", () -> restarted.commit(staged, null, 1, NOBODY, () -> {}));
        assertThat(secret).doesNotExist();
        Files.move(aside, secret);
        restarted.sealed("win10", 1, seal).verify(NOBODY);
    }

    private static void refused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure()).isEqualTo(Failure.IMAGE_SIGNATURE);
            assertThat(e.arguments()).containsExactly(name);
        });
    }

    @Test
    void oneFromBeforeTheSealsIsReadAndSealed() throws Exception {
        Files.delete(folder.resolve("SHA256SUMS"));
        Files.delete(folder.resolve("SHA256SUMS.sig"));
        SealedVersion old = store.sealed("win10", 1, "");
        old.requireSound();
        String now = old.verify(NOBODY);
        store.sealed("win10", 1, now).requireSound();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void corrupt(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FailureException.class, e -> {
            assertThat(e.failure()).isEqualTo(Failure.IMAGE_CORRUPT);
            assertThat(e.arguments().get(0))
                    .satisfiesAnyOf(
                            said -> assertThat(said).startsWith(name),
                            // The content is sound and its index is not, or the other way round: either may be named.
                            said -> assertThat(said + name).contains("d1p1.img: ", ".chunks"));
        });
    }
}
