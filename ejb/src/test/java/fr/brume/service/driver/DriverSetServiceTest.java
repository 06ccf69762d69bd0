package fr.brume.service.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.driver.DriverSet;
import fr.brume.domain.driver.DriverSetDraft;
import fr.brume.domain.driver.OrderedDrivers;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DriverSetServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private static final Instant LATER = Instant.now().plus(Duration.ofHours(2));

    @TempDir
    private Path folder;

    @Test
    void aMachineGetsWhatSuitsItAndIsEnabled() {
        database.run(em -> store(em, "latitude", "Dell*", "Latitude 5?20", "a.inf"));
        database.run(em -> store(em, "all-dell", "dell*", "", "b.inf"));
        database.run(em -> store(em, "off", "", "*", "c.inf"));
        database.run(em -> {
            long off = service(em).list().get(2).getId();
            accept(() -> service(em).enable(off, false));
        });
        database.run(em -> {
            assertThat(orders(em, "Dell Inc.", "Latitude 5420", "")).containsExactly("all-dell", "latitude");
            assertThat(orders(em, "Dell Inc.", "OptiPlex 7090", "")).containsExactly("all-dell");
            assertThat(orders(em, "LENOVO", "20XW", "ThinkPad X1")).isEmpty();
            assertThat(service(em).orders(null)).as("it never said what it is").isEmpty();
        });
    }

    @Test
    void theModelMayStandInTheVersion() {
        database.run(em -> store(em, "x1", "Lenovo", "ThinkPad X1*", "a.inf"));
        database.run(em -> assertThat(orders(em, "LENOVO", "20XW0026FR", "ThinkPad X1 Carbon Gen 9"))
                .containsExactly("x1"));
    }

    @Test
    void aReplacedArchiveGoesOnlyWhenNobodyElseHasIt() {
        database.run(em -> store(em, "one", "Dell", "", "a.inf"));
        database.run(em -> store(em, "two", "HP", "", "a.inf"));
        assertThat(folder.toFile().list()).hasSize(1);
        database.run(em -> store(em, "one", "Dell", "", "b.inf"));
        database.run(em -> sweep(em, LATER));
        assertThat(folder.toFile().list()).hasSize(2);
        database.run(em -> {
            long two = service(em).list().get(1).getId();
            accept(() -> service(em).delete(two));
        });
        database.run(em -> sweep(em, Instant.now()));
        assertThat(folder.toFile().list()).as("its transaction may not be over").hasSize(2);
        database.run(em -> sweep(em, LATER));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aDeployUnderWayKeepsWhatItWasPromised() {
        database.run(em -> store(em, "one", "Dell", "", "a.inf"));
        String promised = database.within(em -> promise(em));
        database.run(em -> store(em, "one", "Dell", "", "b.inf"));
        database.run(em -> sweep(em, LATER));
        database.run(em -> assertThat(service(em).archive(promised)).isPresent());
        database.run(em -> em.createQuery("SELECT t FROM Task t", Task.class)
                .getSingleResult()
                .complete(Instant.now()));
        database.run(em -> sweep(em, LATER));
        database.run(em -> assertThat(service(em).archive(promised)).isEmpty());
    }

    @Test
    void whatAnUploadLeftGoes() throws IOException {
        Files.writeString(folder.resolve(".new123.zip"), "half");
        database.run(em -> sweep(em, LATER));
        assertThat(folder.toFile().list()).isEmpty();
    }

    /** The digest of the one set, ordered by a deploy that goes on. */
    private String promise(EntityManager em) {
        Host host = new Host("PC", MacAddress.parse("0a:00:27:00:00:01").orElseThrow(), "claire", Instant.EPOCH);
        em.persist(host);
        Task task = new Task(TaskDraft.now(1, TaskType.DEBUG), host, "claire", Instant.EPOCH);
        task.checkIn(Instant.EPOCH);
        task.start(null, Instant.EPOCH);
        DriverSet set = service(em).list().get(0);
        task.order(OrderedDrivers.of(
                List.of(new DriverOrder(set.getId(), set.getName(), set.getBytes(), set.getDigest()))));
        em.persist(task);
        assertThat(task.getDrivers().digest(set.getId() + 1)).isEmpty();
        return task.getDrivers().digest(set.getId()).orElseThrow();
    }

    private void sweep(EntityManager em, Instant at) {
        new TestBeans(em)
                .with(DriverFiles.class, new DriverFiles(folder))
                .get(DriverArchiveSweep.class)
                .sweep(at);
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        database.run(em -> {
            assertThat(refusals(em, "a b", "")).extracting(Refusal::field).containsExactly("name", "maker");
            assertThat(refusals(em, "dell", "Dell"))
                    .extracting(Refusal::messageKey)
                    .containsExactly("refusal.driver.none");
            assertThat(service(em).list()).isEmpty();
        });
        assertThat(folder.toFile().list()).isEmpty();
    }

    private List<Refusal> refusals(EntityManager em, String name, String maker) {
        byte[] content = zip("readme.txt");
        return catchThrowableOfType(
                        InvalidInputException.class,
                        () -> service(em).store(new DriverSetDraft(name, maker, ""), new ByteArrayInputStream(content)))
                .refusals();
    }

    private List<String> orders(EntityManager em, String maker, String product, String version) {
        Host host = new Host("PC", MacAddress.parse("0a:00:27:00:00:01").orElseThrow(), "claire", Instant.EPOCH);
        Map<String, String> dmi = Map.of("sys_vendor", maker, "product_name", product, "product_version", version);
        host.report(new InventoryReport("", dmi, "UEFI", "", 1, 1, List.of(), List.of()), Instant.EPOCH);
        return service(em).orders(host.getInventory()).stream()
                .map(DriverOrder::name)
                .toList();
    }

    private void store(EntityManager em, String name, String maker, String model, String entry) {
        byte[] content = zip(entry);
        accept(() -> service(em).store(new DriverSetDraft(name, maker, model), new ByteArrayInputStream(content)));
    }

    private DriverSetService service(EntityManager em) {
        return new TestBeans(em)
                .with(DriverFiles.class, new DriverFiles(folder))
                .get(DriverSetService.class);
    }

    private interface Change {
        void run() throws InvalidInputException;
    }

    private static void accept(Change change) {
        try {
            change.run();
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e.refusals().toString(), e);
        }
    }

    private static byte[] zip(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(name.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
