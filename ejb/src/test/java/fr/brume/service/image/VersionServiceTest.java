package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VersionServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private final List<Object> events = new ArrayList<>();
    private long imageId;

    @TempDir
    private Path folder;

    @BeforeEach
    void anImage() {
        imageId = database.within(em -> {
            StorageGroup group =
                    new TestBeans(em).get(ImageService.class).storageGroups().get(0);
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image image = new Image(draft, group, "brume", Instant.now());
            em.persist(image);
            em.flush();
            return image.getId();
        });
    }

    @Test
    void theCurrentAProtectedAndAUsedOneAreNotDeleted() {
        long used = version(1);
        long kept = version(2);
        long free = version(3);
        long current = version(4);
        deploying(used);
        refusals(s -> s.protect(kept, true));
        assertThat(refusals(s -> s.delete(used))).containsExactly(Refusal.of("", "refusal.version.atWork", "1"));
        assertThat(refusals(s -> s.delete(kept))).containsExactly(Refusal.of("", "refusal.version.protected", "2"));
        assertThat(refusals(s -> s.delete(free))).isEmpty();
        assertThat(refusals(s -> s.delete(current))).containsExactly(Refusal.of("", "refusal.version.current", "4"));
        assertThat(events).containsExactly(new ImageFolderLeft("win10", 3, 0));
        assertThat(numbers()).containsExactly(4, 2, 1);
    }

    @Test
    void anOlderOneIsTakenAgain() {
        long old = version(1);
        version(2);
        assertThat(refusals(s -> s.use(old))).isEmpty();
        assertThat(events).containsExactly(new CurrentVersionChosen("win10", 1));
        database.run(em -> assertThat(
                        em.find(Image.class, imageId).getCurrentVersion().getId())
                .isEqualTo(old));
        database.run(em -> em.find(ImageVersion.class, old).verified("d1p1.img: region 3", Instant.now()));
        assertThat(refusals(s -> s.use(old))).containsExactly(Refusal.of("", "refusal.version.damaged", "1"));
    }

    @Test
    void theLatestAreKeptBesideWhatIsUsed() {
        long used = version(1);
        version(2);
        version(3);
        version(4);
        deploying(used);
        assertThat(refusals(s -> s.keep(imageId, 2))).isEmpty();
        assertThat(numbers()).containsExactly(4, 3, 1);
        assertThat(refusals(s -> s.keep(imageId, -1))).containsExactly(Refusal.of("keep", "refusal.version.keep"));
    }

    @Test
    void theOneThatSomebodyWentBackToOutlivesTheNextCapture() {
        long old = version(1);
        version(2);
        assertThat(refusals(s -> s.use(old))).isEmpty();
        version(3);
        assertThat(refusals(s -> s.keep(imageId, 1))).isEmpty();
        assertThat(numbers()).containsExactly(3, 1);
        version(4);
        assertThat(refusals(s -> s.keep(imageId, 1))).isEmpty();
        assertThat(numbers()).containsExactly(4);
    }

    @Test
    void aNameIsKept() {
        long id = version(1);
        assertThat(refusals(s -> s.label(id, " avant mise à jour "))).isEmpty();
        assertThat(refusals(s -> s.label(id, "x".repeat(65))))
                .containsExactly(Refusal.of("label", "refusal.tooLong", "64"));
        database.run(
                em -> assertThat(em.find(ImageVersion.class, id).getLabel()).isEqualTo("avant mise à jour"));
    }

    @Test
    void theNightReadsTheOneNotLookedAtForLongest() {
        long old = version(1);
        long unsealed = version(2);
        database.run(em -> em.find(ImageVersion.class, unsealed).seal(""));
        Instant night = Instant.parse("2026-01-10T02:00:00Z");
        Instant day = Instant.parse("2026-01-10T12:00:00Z");
        database.run(em -> {
            VerificationService service = new TestBeans(em).get(VerificationService.class);
            assertThat(service.due(day, Set.of())).isEmpty();
            assertThat(service.due(night, Set.of())).contains(unsealed);
            service.record(unsealed, "cd".repeat(32), "");
        });
        Instant later = Instant.now().plusSeconds(86_400L * 40).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        database.run(em -> {
            VerificationService service = new TestBeans(em).get(VerificationService.class);
            assertThat(service.due(later.plusSeconds(7200), Set.of())).contains(old);
            assertThat(service.due(later.plusSeconds(7200), Set.of(old)))
                    .as("while the other cannot be read")
                    .contains(unsealed);
            assertThat(service.due(later.plusSeconds(7200), Set.of(old, unsealed)))
                    .isEmpty();
        });
    }

    private List<Integer> numbers() {
        return database.within(em -> new TestBeans(em)
                .get(ImageService.class).versions(imageId).stream()
                        .map(ImageVersion::getNumber)
                        .toList());
    }

    private long version(int number) {
        return database.within(em -> {
            Image image = em.find(Image.class, imageId);
            ImageVersion version = new ImageVersion(image, number, "pc", 42, Instant.now());
            em.persist(version);
            version.commit(10, 5, Instant.now());
            version.seal("ab".repeat(32));
            em.flush();
            image.use(version);
            return version.getId();
        });
    }

    private void deploying(long versionId) {
        database.run(em -> {
            Host pc = new Host("pc", new MacAddress("08:00:27:00:00:01"), "brume", Instant.now());
            pc.assign(em.find(Image.class, imageId));
            em.persist(pc);
            em.flush();
            Task task = new Task(TaskDraft.now(pc.getId(), TaskType.DEPLOY), pc, "brume", Instant.now());
            em.persist(task);
            task.take(em.find(ImageVersion.class, versionId));
        });
    }

    private interface Use {
        void of(VersionService service) throws InvalidInputException;
    }

    private List<Refusal> refusals(Use use) {
        return database.within(em -> {
            ImageStore store = new ImageStore(folder, new SigningKey(folder));
            TestBeans beans = new TestBeans(em).with(ImageStore.class, store);
            try {
                use.of(beans.get(VersionService.class));
                return List.of();
            } catch (InvalidInputException e) {
                return e.refusals();
            } finally {
                events.addAll(beans.events);
            }
        });
    }
}
