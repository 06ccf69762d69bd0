package fr.brume.service.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.driver.DriverSetDraft;
import fr.brume.domain.machine.Host;
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
import java.nio.file.Path;
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
        assertThat(folder.toFile().list()).hasSize(2);
        database.run(em -> {
            long two = service(em).list().get(1).getId();
            assertThat(service(em).file(two)).isPresent();
            accept(() -> service(em).delete(two));
            assertThat(service(em).file(two)).isEmpty();
        });
        assertThat(folder.toFile().list()).hasSize(1);
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
