package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageType;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.image.PartcloneCrc;
import fr.brume.protocol.image.RawHead;
import fr.brume.service.BrumeHome;
import fr.brume.service.image.ImageQuery;
import fr.brume.service.image.ImageService;
import fr.brume.service.image.VersionService;
import fr.brume.service.machine.HostService;
import fr.brume.service.migration.MigrationJob;
import fr.brume.service.migration.MigrationJobs;
import fr.brume.service.migration.MigrationService;
import fr.brume.service.task.TaskService;
import fr.brume.test.process.Await;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** Versions in the server: imported from FOG, read again, found damaged, chosen, kept, exported; and who may do so. */
@ArquillianTest
class ImageVersionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private ImageService images;

    @Inject
    private VersionService versions;

    @Inject
    private MigrationService migration;

    @Inject
    private MigrationJobs jobs;

    @Inject
    private HostService hosts;

    @Inject
    private TaskService tasks;

    @Inject
    private AsViewer viewer;

    @Inject
    private AsTechnician technician;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(ImageVersionIT.class, AsViewer.class, AsTechnician.class, Await.class);
    }

    @Test
    void aVersionIsReadAgainAndADamagedOneIsNotDeployed() throws Exception {
        Image image = imported("Salle1");
        ImageVersion version = only(image);
        assertThat(version.getState()).isEqualTo(VersionState.COMMITTED);
        assertThat(version.getSeal()).hasSize(64);
        assertThat(image.getImageType()).isEqualTo(ImageType.RAW);
        verify(image);
        assertThat(only(image).isDamaged()).isFalse();

        Path stream = BrumeHome.images().resolve("Salle1/v0001/d1.img");
        byte[] bytes = Files.readAllBytes(stream);
        bytes[bytes.length / 2] ^= 4;
        Files.write(stream, bytes);
        verify(image);
        assertThat(only(image).getVerification().getDamage()).startsWith("d1.img");
        long host =
                technician.call(() -> hosts.create(HostDraft.of("SALLE1-PC1", "", "0a:00:27:88:00:01", image.getId()))
                        .getId());
        assertThatThrownBy(() -> technician.call(() -> tasks.create(TaskDraft.now(host, TaskType.DEPLOY))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("refusal.task.damaged");
    }

    @Test
    void anOlderVersionIsChosenAndTheOthersAreKeptAsAsked() throws Exception {
        Image image = imported("Salle2");
        long first = only(image).getId();
        for (int i = 0; i < 2; i++) {
            importAgain("Salle2", image.getId());
        }
        assertThat(versions(image)).hasSize(3);
        act(() -> versions.use(first));
        Path folder = BrumeHome.images().resolve("Salle2");
        assertThat(Files.readString(folder.resolve("current"))).isEqualTo("v0001\n");
        long latest = versions(image).get(0).getId();
        act(() -> versions.protect(latest, true));
        assertThatThrownBy(() -> act(() -> versions.delete(latest))).hasMessageContaining("refusal.version.protected");
        assertThatThrownBy(() -> act(() -> versions.delete(first))).hasMessageContaining("refusal.version.current");
        act(() -> versions.keep(image.getId(), 1));
        assertThat(versions(image)).extracting(ImageVersion::getNumber).containsExactly(3, 1);
        assertThat(folder.resolve("v0002")).doesNotExist();
        act(() -> versions.protect(latest, false));
        long freed = technician.call(() -> versions.delete(latest));
        assertThat(freed).isGreaterThan(1 << 20);
        assertThat(folder.resolve("v0003")).doesNotExist();
    }

    @Test
    void aViewerChangesNothing() throws Exception {
        Image image = imported("Salle3");
        long id = only(image).getId();
        for (Change change : List.<Change>of(
                () -> versions.use(id),
                () -> versions.delete(id),
                () -> versions.protect(id, true),
                () -> versions.label(id, "x"),
                () -> versions.verify(id),
                () -> versions.keep(image.getId(), 1),
                () -> migration.export(id),
                () -> migration.importFolder("Salle3", null, true))) {
            assertThatThrownBy(() -> viewer.call(() -> {
                        change.run();
                        return null;
                    }))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    void aVersionIsGivenBackToFog() throws Exception {
        Image image = imported("Salle4");
        Path folder = Path.of(technician.call(() -> migration.export(only(image).getId())));
        awaitJobs();
        assertThat(folder.resolve("Salle4-v1.000")).isRegularFile();
        assertThatThrownBy(() -> act(() -> migration.importFolder("../images", null, true)))
                .hasMessageContaining("refusal.import.gone");
    }

    private interface Change {
        void run() throws Exception;
    }

    private void act(Change change) throws Exception {
        technician.call(() -> {
            change.run();
            return null;
        });
    }

    private Image imported(String name) throws Exception {
        importAgain(name, null);
        return call(() -> images.list(new ImageQuery(name, ImageQuery.Sort.NAME, false, 0, 1)))
                .rows()
                .get(0);
    }

    private void importAgain(String name, Long imageId) throws Exception {
        Path folder =
                Files.createDirectories(BrumeHome.folder().resolve("import").resolve(name));
        Files.write(folder.resolve(name + ".000"), stream());
        act(() -> migration.importFolder(name, imageId, imageId == null));
        awaitJobs();
        assertThat(call(() -> jobs.list()).get(0).state()).isEqualTo(MigrationJob.State.DONE);
        assertThat(Files.exists(folder)).isEqualTo(imageId == null);
    }

    private void awaitJobs() {
        Await.until("jobs done", PATIENCE, () -> jobs.list().stream().noneMatch(MigrationJob::active));
    }

    private void verify(Image image) throws Exception {
        var before = only(image).getVerification().getAt();
        long id = only(image).getId();
        act(() -> versions.verify(id));
        Await.until("verified", PATIENCE, () -> {
            var at = only(image).getVerification().getAt();
            return at != null && !at.equals(before);
        });
    }

    private ImageVersion only(Image image) {
        return versions(image).get(0);
    }

    private List<ImageVersion> versions(Image image) {
        try {
            return call(() -> images.versions(image.getId()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T call(Callable<T> call) throws Exception {
        return technician.call(call);
    }

    /** A disk of 1 MiB, as {@code partclone.imager | gzip} would store it. */
    private static byte[] stream() throws Exception {
        byte[] bits = {-1, -1};
        int crc = new PartcloneCrc().update(bits, 0, 2).value();
        byte[] disk = new byte[1 << 20];
        new Random().nextBytes(disk);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(RawHead.header(disk.length).bytes());
            gzip.write(bits);
            gzip.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(crc)
                    .array());
            gzip.write(disk);
        }
        return bytes.toByteArray();
    }
}
