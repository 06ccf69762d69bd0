package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.Setting;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.storage.StorageNode;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.link.Pace;
import fr.brume.protocol.link.TransferEvent;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.image.ImageFolderLeft;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskEnding;
import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TransferServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final byte[] KEY_HASH = new byte[32];

    @RegisterExtension
    private static final TestDatabase database = new TestDatabase();

    private static int count;

    @TempDir
    private Path images;

    private TestBeans beans;

    @Test
    void aCaptureWritesTheStagedFolderOfItsTask() {
        database.run(em -> {
            Task task = task(em, TaskType.CAPTURE);
            String path = task.getImage().getPath();
            assertThat(grant(em, task)).isInstanceOfSatisfying(TransferGrant.Write.class, write -> {
                assertThat(write.key()).isEqualTo(KEY_HASH);
                assertThat(write.taskId()).isEqualTo(task.getId());
                assertThat(write.stagedVersion()).isEqualTo(images.resolve(path).resolve(".staging-" + task.getId()));
                assertThat(write.reserveBytes()).isPositive();
            });
        });
    }

    @Test
    void nobodyWritesWhatACommitReads() {
        database.run(em -> {
            Task task = task(em, TaskType.CAPTURE);
            TestBeans beans = new TestBeans(em);
            ImageManifest manifest = new ImageManifest(1, 1, 1, "BIOS", List.of(), List.of(), "", "", "", null);
            CaptureRequest request = new CaptureRequest(manifest, List.of());
            String path = task.getImage().getPath();
            beans.get(CommitJobs.class).startOrFollow(new CommitOrder(task.getId(), path, 1, request));
            String session = "session" + task.getId();
            assertThat(catchThrowableOfType(
                                    FailureException.class,
                                    () -> beans.get(TransferService.class)
                                            .grant(new TransferHello(session, "192.0.2.7", true)))
                            .failure())
                    .isEqualTo(Failure.BUSY);
            assertThat(catchThrowableOfType(
                                    FailureException.class,
                                    () -> beans.get(CaptureService.class).begin(session, request))
                            .failure())
                    .isEqualTo(Failure.BUSY);
            assertThat(task.getState()).isEqualTo(TaskState.IN_PROGRESS);
        });
    }

    @Test
    void aCurrentVersionThatIsGoneDoesNotKeepACaptureFromBeginning() {
        database.run(em -> {
            Task task = task(em, TaskType.CAPTURE);
            ImageVersion current = new ImageVersion(task.getImage(), 2, "pc", 0, NOW);
            em.persist(current);
            current.commit(1, 1, NOW);
            task.getImage().use(current);
            assertThat(grant(em, task))
                    .isInstanceOfSatisfying(
                            TransferGrant.Write.class,
                            write -> assertThat(write.earlier()).isEmpty());
        });
    }

    @Test
    void aDeployReadsItsVersionAndNothingElse() {
        database.run(em -> {
            Task task = task(em, TaskType.DEPLOY);
            task.getVersion().commit(1, 1, NOW);
            assertThat(grant(em, task)).isEqualTo(new TransferGrant.Refused(Failure.IMAGE_MISSING));
            Path folder = folder(task);
            assertThat(grant(em, task))
                    .isInstanceOfSatisfying(
                            TransferGrant.Read.class,
                            read -> assertThat(read.version()).isEqualTo(folder));
        });
    }

    @Test
    void aTransferKeepsTheLimitsOfItsNodeAndItsTask() {
        database.run(em -> {
            Task task = task(em, TaskType.CAPTURE);
            assertThat(grant(em, task).pace()).isEqualTo(Pace.FREE);
            Setting limit = new Setting(SettingKey.TASK_MEGABITS, "80");
            em.persist(limit);
            StorageNode node = em.find(StorageNode.class, 1L);
            node.pace(400);
            assertThat(service(em).pace(task)).isEqualTo(new Pace("", 0, 10_000_000));
            Task served = new Task(TaskDraft.now(0, TaskType.CAPTURE), task.getHost(), "brume", NOW);
            served.checkIn(NOW);
            served.start(node, NOW);
            assertThat(service(em).pace(served)).isEqualTo(new Pace("DefaultMember", 50_000_000, 10_000_000));
            node.pace(0);
            em.remove(limit);
        });
    }

    @Test
    void refusesStrangersAndTasksThatAreOver() {
        database.run(em -> {
            Task task = task(em, TaskType.CAPTURE);
            assertThat(ask(em, "nobody")).isEqualTo(new TransferGrant.Refused(Failure.UNAUTHORISED));
            task.cancel(NOW);
            assertThat(grant(em, task)).isEqualTo(new TransferGrant.Refused(Failure.CANCELLED));
            Task done = task(em, TaskType.CAPTURE);
            done.getVersion().commit(1, 1, NOW);
            assertThat(grant(em, done)).isEqualTo(new TransferGrant.Refused(Failure.UNAUTHORISED));
        });
    }

    @Test
    void aFullDiskEndsTheTaskAndFreesItsFolder() {
        database.run(em -> {
            Task task = task(em, TaskType.CAPTURE);
            TransferService service = service(em);
            service.failed(new TransferEvent("1", task.getId(), "192.0.2.7:1", 5, Failure.SERVER_LOST));
            assertThat(task.getState()).isEqualTo(TaskState.IN_PROGRESS);
            service.failed(new TransferEvent("1", task.getId(), "192.0.2.7:1", 5, Failure.SERVER_DISK_FULL));
            assertThat(task.getState()).isEqualTo(TaskState.FAILED);
            assertThat(beans.events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ImageFolderLeft.class,
                            left -> assertThat(left.stagedBy()).isEqualTo(task.getId()));
        });
    }

    /** A task in progress with a version being staged, and a session named as the task. */
    static Task task(EntityManager em, TaskType type) {
        StorageGroup group = em.createQuery("SELECT g FROM StorageGroup g", StorageGroup.class)
                .getResultList()
                .get(0);
        String name = "image" + ++count;
        ImageDraft draft = ImageDraft.of(name, "", OperatingSystem.values()[0]).withPath(name);
        Image image = new Image(draft, group, "brume", NOW);
        em.persist(image);
        Host host = new Host(
                "pc" + count,
                MacAddress.parse(String.format("08002700%04x", count)).orElseThrow(),
                "brume",
                NOW);
        host.assign(image);
        em.persist(host);
        Task task = new Task(TaskDraft.now(0, type), host, "brume", NOW);
        task.checkIn(NOW);
        task.start(null, NOW);
        em.persist(task);
        ImageVersion version = new ImageVersion(image, 1, host.getName(), task.getId(), NOW);
        em.persist(version);
        task.take(version);
        BootIdentity machine = new BootIdentity("08:00:27:00:00:01", "");
        BootTicket ticket = new BootTicket(
                "t" + count, "hash" + count, Purpose.values()[0], machine, host.getId(), task.getId(), NOW);
        em.persist(new AgentSession("session" + task.getId(), KEY_HASH, ticket, NOW));
        em.flush();
        return task;
    }

    private Path folder(Task task) {
        try {
            return Files.createDirectories(
                    images.resolve(task.getImage().getPath()).resolve("v0001"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private TransferGrant grant(EntityManager em, Task task) {
        return ask(em, "session" + task.getId());
    }

    private TransferGrant ask(EntityManager em, String session) {
        try {
            return service(em).grant(new TransferHello(session, "192.0.2.7", true));
        } catch (FailureException e) {
            return new TransferGrant.Refused(e.failure());
        }
    }

    private TransferService service(EntityManager em) {
        beans = new TestBeans(em);
        TransferService service = new TransferService();
        service.tasks = beans.get(SessionTasks.class);
        service.ending = beans.get(TaskEnding.class);
        service.settings = beans.get(SettingService.class);
        service.jobs = beans.get(CommitJobs.class);
        service.store = new ImageStore(images, new SigningKey(images));
        return service;
    }
}
