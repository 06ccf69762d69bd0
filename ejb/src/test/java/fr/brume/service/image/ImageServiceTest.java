package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.fault.Failure;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.dashboard.DashboardService;
import fr.brume.service.dashboard.Overview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImageServiceTest {
    private final List<Object> events = new ArrayList<>();

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @Test
    void namesMayHaveAccentsAndMakeThePath() {
        assertThat(refusals(s -> s.create(draft("Image Été")))).isEmpty();
        assertThat(refusals(s -> s.create(draft("IMAGE ÉTÉ").withPath("other"))))
                .containsExactly(Refusal.of("name", "refusal.image.nameTaken", "IMAGE ÉTÉ"));
        assertThat(refusals(s -> s.create(draft("Other").withPath("imageete"))))
                .containsExactly(Refusal.of("path", "refusal.path.taken", "imageete"));
        assertThat(refusals(s -> s.create(draft("日本")))).containsExactly(Refusal.of("path", "refusal.required"));
        database.run(em -> assertThat(images(em)
                        .list(new ImageQuery("été", ImageQuery.Sort.NAME, false, 0, 5))
                        .rows())
                .extracting(Image::getPath)
                .containsExactly("ImageEte"));
    }

    @Test
    void listsByEverything() {
        refusals(s -> s.create(draft("a")));
        refusals(s -> s.create(draft("b")));
        database.run(em -> {
            for (ImageQuery.Sort sort : ImageQuery.Sort.values()) {
                var page = images(em).list(new ImageQuery("", sort, true, 0, 1));
                assertThat(page.total()).isEqualTo(2);
                assertThat(page.rows()).hasSize(1);
            }
            assertThat(images(em).storageGroups()).hasSize(1);
        });
    }

    @Test
    void versionsKeepThePath() {
        refusals(s -> s.create(draft("win10")));
        long id = only();
        version(id, 1, true);
        version(id, 2, false);
        assertThat(refusals(s -> s.update(id, draft("win11").withPath("moved"))))
                .containsExactly(Refusal.of("path", "refusal.path.inUse", "win10"));
        assertThat(refusals(s -> s.update(id, draft("win11")))).isEmpty();
        database.run(em -> assertThat(images(em).versions(id))
                .extracting(ImageVersion::getNumber)
                .containsExactly(2, 1));
    }

    @Test
    void isDeletedWithItsVersionsOnceNobodyHasIt() {
        refusals(s -> s.create(draft("win10")));
        long id = only();
        version(id, 1, true);
        long host = database.within(em -> {
            Host pc = new Host("pc", new MacAddress("08:00:27:00:00:01"), "brume", Instant.now());
            pc.assign(em.find(Image.class, id));
            em.persist(pc);
            return pc.getId();
        });
        assertThat(refusals(s -> s.delete(id))).containsExactly(Refusal.of("", "refusal.image.assigned", "win10", "1"));
        database.run(em -> em.find(Host.class, host).assign(null));
        assertThat(refusals(s -> s.delete(id))).isEmpty();
        assertThat(events).containsExactly(new ImageFolderLeft("win10", 0, 0));
        database.run(em -> assertThat(images(em).find(id)).isEmpty());
    }

    @Test
    void theOverviewCounts() {
        refusals(s -> s.create(draft("win10")));
        Overview overview = database.within(
                em -> new TestBeans(em).get(DashboardService.class).overview());
        assertThat(overview.images()).isEqualTo(1);
        assertThat(overview.slots()).isEqualTo(new Overview.SlotUse(10, 0, 0));
        assertThat(overview.days()).hasSize(30);
    }

    private static ImageDraft draft(String name) {
        return ImageDraft.of(name, "", OperatingSystem.WINDOWS_10);
    }

    private static ImageService images(jakarta.persistence.EntityManager em) {
        return new TestBeans(em).get(ImageService.class);
    }

    private long only() {
        return database.within(
                em -> images(em).list(ImageQuery.all(0, 1)).rows().get(0).getId());
    }

    private long version(long imageId, int number, boolean committed) {
        return database.within(em -> {
            Image image = em.find(Image.class, imageId);
            ImageVersion version = new ImageVersion(image, number, "pc", 42, Instant.now());
            em.persist(version);
            if (committed) {
                version.commit(10, 5, Instant.now());
                em.flush();
                image.use(version);
            } else {
                version.fail(Failure.DISK_READ, List.of("sda", "42"));
            }
            return version.getId();
        });
    }

    private interface Step {
        void on(ImageService images) throws InvalidInputException;
    }

    private List<Refusal> refusals(Step step) {
        return database.within(em -> {
            TestBeans beans = new TestBeans(em);
            try {
                step.on(beans.get(ImageService.class));
                events.addAll(beans.events);
                return List.of();
            } catch (InvalidInputException refused) {
                return refused.refusals();
            }
        });
    }
}
