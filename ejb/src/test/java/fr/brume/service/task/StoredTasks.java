package fr.brume.service.task;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.storage.StorageNode;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hosts, an image and tasks in a database, for tests of what works on them. */
abstract class StoredTasks {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    static long imageId;
    static int hosts;

    @BeforeAll
    static void open() {
        imageId = database.within(em -> {
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image image = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(image);
            ImageVersion version = new ImageVersion(image, 1, "pc", 1, Instant.now());
            em.persist(version);
            version.commit(10, 5, Instant.now());
            em.flush();
            image.use(version);
            return image.getId();
        });
    }

    @BeforeEach
    void empty() {
        database.run(em -> {
            em.createQuery("DELETE FROM Task t").executeUpdate();
            em.find(StorageNode.class, 1L).serveAtMost(2);
        });
    }

    static long persistTask(long hostId) {
        return database.within(em -> {
            Task task = new Task(
                    TaskDraft.now(hostId, TaskType.DEPLOY), em.find(Host.class, hostId), "brume", Instant.now());
            em.persist(task);
            return task.getId();
        });
    }

    static long host() {
        hosts++;
        return database.within(em -> {
            Host host = new Host("w" + hosts, mac(hosts), "brume", Instant.now());
            host.assign(em.find(Image.class, imageId));
            em.persist(host);
            return host.getId();
        });
    }

    static MacAddress mac(int number) {
        return new MacAddress(String.format("08:00:27:00:00:%02x", number));
    }

    interface Call<T> {
        T run() throws InvalidInputException;
    }

    interface Use<T> {
        T of(TaskService service) throws InvalidInputException;
    }

    static <T> T with(Use<T> use) {
        Function<EntityManager, T> work = em -> quietly(() -> use.of(new TestBeans(em).get(TaskService.class)));
        return database.within(work);
    }

    static <T> T quietly(Call<T> call) {
        try {
            return call.run();
        } catch (InvalidInputException refused) {
            throw new AssertionError(refused);
        }
    }
}
