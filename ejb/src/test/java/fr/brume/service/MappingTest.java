package fr.brume.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.account.Role;
import fr.brume.domain.account.User;
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
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tables of the migration and the mappings fit: every entity is written, and read back from the database. */
class MappingTest {
    private static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123Z");

    @RegisterExtension
    private static final TestDatabase database = new TestDatabase();

    @Test
    void classesAreWoven() {
        assertThat(PersistenceWeaved.class).isAssignableFrom(Host.class).isAssignableFrom(Task.class);
    }

    @Test
    void startsWithOneGroupAndOneNode() {
        database.run(em -> {
            StorageNode node = em.find(StorageNode.class, 1L);
            assertThat(node.getName()).isEqualTo("DefaultMember");
            assertThat(node.getMaxClients()).isEqualTo(10);
            assertThat(node.isMaster()).isTrue();
            assertThat(node.getGroup().getName()).isEqualTo("default");
        });
    }

    @Test
    void keepsHostsWithAddressesAndInventory() {
        long id = database.within(em -> {
            Host host = new Host("Poste-1", mac("08:00:27:00:00:01"), "brume", NOW);
            host.addMac(mac("08:00:27:00:00:02"));
            host.report(report(), NOW);
            em.persist(host);
            return host.getId();
        });
        database.run(em -> {
            Host host = em.find(Host.class, id);
            assertThat(host.getMacs()).hasSize(2);
            assertThat(host.getPrimaryMac()).isEqualTo(mac("08:00:27:00:00:01"));
            assertThat(host.getCreated()).isEqualTo(NOW);
            assertThat(host.getSystemUuid()).isEqualTo("4c4c4544-0051");
            assertThat(host.getInventory().getManufacturer()).isEqualTo("Émile & fils");
            assertThat(host.getInventory().getDisks()).isEqualTo("/dev/sda\tQEMU\tQM1\t1000");
        });
    }

    @Test
    void keepsImagesVersionsAndTasks() {
        long id = database.within(em -> {
            Image image = image(em, "Élan vital");
            Host host = new Host("Poste-2", mac("08:00:27:00:00:03"), "brume", NOW);
            host.assign(image);
            em.persist(host);
            em.flush();
            Task task = new Task(TaskDraft.now(host.getId(), TaskType.CAPTURE), host, "brume", NOW);
            em.persist(task);
            task.checkIn(NOW);
            task.start(em.find(StorageNode.class, 1L), NOW);
            ImageVersion version = new ImageVersion(image, 1, host.getName(), task.getId(), NOW);
            em.persist(version);
            task.take(version);
            version.fail(Failure.DISK_READ, List.of("sda", "42"));
            task.fail(Failure.DISK_TOO_SMALL, List.of("10 Go", "sda", "5 Go"), "detail", NOW);
            return task.getId();
        });
        database.run(em -> {
            Task task = em.find(Task.class, id);
            assertThat(task.getState()).isEqualTo(TaskState.FAILED);
            assertThat(task.getImage().getName()).isEqualTo("Élan vital");
            assertThat(task.getVersion().getNumber()).isEqualTo(1);
            assertThat(task.getVersion().failureText(Locale.FRENCH)).contains("sda");
            assertThat(task.getNode().getName()).isEqualTo("DefaultMember");
            assertThat(task.getProgress().getPercent()).isZero();
            assertThat(task.getFailure().text(Locale.FRENCH)).contains("10 Go").contains("5 Go");
            assertThat(task.getTimes().getEnded()).isEqualTo(NOW);
        });
    }

    @Test
    void keepsAccountsSettingsAndTrail() {
        long id = database.within(em -> {
            User user = new User("Zoé", "Zoé", "hash", Set.of(Role.TECHNICIAN, Role.VIEWER));
            em.persist(user);
            em.persist(new Setting(SettingKey.SITE_LANGUAGE, "en"));
            em.persist(new AuditEntry(NOW, "brume", AuditAction.LOGIN, "account zoé", "", "::1"));
            return user.getId();
        });
        database.run(em -> {
            User user = em.find(User.class, id);
            assertThat(user.getLogin()).isEqualTo("zoé");
            assertThat(user.getRoles()).containsExactlyInAnyOrder(Role.TECHNICIAN, Role.VIEWER);
            assertThat(em.find(Setting.class, "site.language").getValue()).isEqualTo("en");
            assertThat(em.createQuery("SELECT a FROM AuditEntry a", AuditEntry.class)
                            .getResultList())
                    .extracting(AuditEntry::getAt)
                    .containsExactly(NOW);
        });
    }

    @Test
    void keepsTicketsAndSessions() {
        BootIdentity machine = new BootIdentity("08:00:27:00:00:04", "");
        database.run(em -> {
            BootTicket ticket = new BootTicket("id", "hash", Purpose.REGISTER, machine, null, null, NOW);
            ticket.fetch("192.168.10.7", "other", NOW, Duration.ofMinutes(1));
            em.persist(ticket);
            em.persist(new AgentSession("session", new byte[32], ticket, NOW));
        });
        database.run(em -> {
            BootTicket ticket = em.find(BootTicket.class, "id");
            assertThat(ticket.getTicketHash()).isEqualTo("other");
            assertThat(ticket.getFetchAddress()).isEqualTo("192.168.10.7");
            assertThat(em.find(AgentSession.class, "session").getKeyHash()).isEqualTo(new byte[32]);
        });
    }

    private static Image image(jakarta.persistence.EntityManager em, String name) {
        ImageDraft draft = ImageDraft.of(name, "", OperatingSystem.LINUX).withPath("Elanvital");
        Image image = new Image(draft, em.find(StorageGroup.class, 1L), "brume", NOW);
        em.persist(image);
        return image;
    }

    private static InventoryReport report() {
        DiskReport disk = new DiskReport("/dev/sda", "QEMU", "QM1", "", 1000, 512, false, "", false);
        return new InventoryReport(
                "4C4C4544-0051",
                Map.of("sys_vendor", "Émile & fils"),
                "UEFI",
                "cpu",
                2,
                1 << 29,
                List.of(),
                List.of(disk));
    }

    private static MacAddress mac(String text) {
        return new MacAddress(text);
    }
}
