package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.machine.HostService;
import fr.brume.service.setting.SettingService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on a session; the caller of all services is {@code brume}. */
class OperatorServiceTest {
    private static final InventoryReport PC = new InventoryReport(
            "", Map.of("product_serial", "5QTVM12"), "BIOS", "cpu", 1, 1 << 29, List.of(), List.of());

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private static final MachineSession machine = new MachineSession(database);
    private long image;

    @BeforeEach
    void oneCapturedImage() {
        image = database.within(em -> {
            ImageDraft draft =
                    ImageDraft.of("win10", "", OperatingSystem.WINDOWS_10).withPath("win10");
            Image made = new Image(draft, em.find(StorageGroup.class, 1L), "brume", Instant.now());
            em.persist(made);
            ImageVersion version = new ImageVersion(made, 1, "pc", 1L, Instant.now());
            em.persist(version);
            version.commit(15_000_000_000L, 7_000_000_000L, Instant.now());
            em.flush();
            made.use(version);
            return made.getId();
        });
    }

    @Test
    void deploysOnAMachineThatNobodyRegistered() {
        machine.open(Purpose.DEPLOY_IMAGE);
        assertThat(machine.call(beans -> beans.get(OperatorService.class).images(MachineSession.ID))
                        .images())
                .extracting(choice -> choice.name() + " " + choice.operatingSystem() + " " + choice.bytes())
                .containsExactly("win10 Windows 10 15000000000");
        DeployRequest request = new DeployRequest(image, PC);
        assertThat(machine.call(beans -> beans.get(OperatorService.class).deploy(MachineSession.ID, request))
                        .hostName())
                .isEqualTo(MachineSession.MAC.digits());
        assertThat(machine.call(beans -> beans.get(OperatorService.class).deploy(MachineSession.ID, request))
                        .hostName())
                .as("asked twice")
                .isEqualTo(MachineSession.MAC.digits());
        database.run(em -> {
            List<Task> tasks =
                    em.createQuery("SELECT t FROM Task t", Task.class).getResultList();
            assertThat(tasks).hasSize(1);
            assertThat(em.find(AgentSession.class, MachineSession.ID).getTaskId())
                    .isEqualTo(tasks.get(0).getId());
            assertThat(tasks.get(0).getCreatedBy()).isEqualTo("brume");
        });
    }

    @Test
    void aBusyMachineIsRefusedInWords() {
        machine.open(Purpose.DEPLOY_IMAGE);
        machine.call(beans -> beans.get(OperatorService.class).deploy(MachineSession.ID, new DeployRequest(image, PC)));
        database.run(em -> em.remove(em.find(AgentSession.class, MachineSession.ID)));
        machine.open(Purpose.DEPLOY_IMAGE);
        database.run(em -> em.find(AgentSession.class, MachineSession.ID)
                .registeredAs(
                        em.createQuery("SELECT h.id FROM Host h", Long.class).getSingleResult()));
        FailureException refused = machine.failure(
                beans -> beans.get(OperatorService.class).deploy(MachineSession.ID, new DeployRequest(image, PC)));
        assertThat(refused.failure()).isEqualTo(Failure.INPUT_REFUSED);
        assertThat(refused.arguments()).singleElement().asString().contains("d\u00e9j\u00e0 une t\u00e2che active");
    }

    @Test
    void aShellIsWrittenDown() {
        machine.open(Purpose.DEBUG);
        machine.call(beans -> beans.get(OperatorService.class).giveShell(MachineSession.ID));
        assertThat(machine.audited(entry -> entry.getActor() + " " + entry.getAction() + " " + entry.getSubject()))
                .containsExactly("brume SHELL_GIVEN machine " + MachineSession.MAC.text());
        machine.open(Purpose.PRODUCT_KEY);
        assertThat(machine.failure(beans -> beans.get(OperatorService.class).giveShell(MachineSession.ID))
                        .failure())
                .isEqualTo(Failure.PROTOCOL_ERROR);
    }

    @Test
    void quickRegistrationNamesByTheTemplateAndDeploysWhereTheSiteWantsIt() {
        machine.call(beans -> {
            beans.get(SettingService.class)
                    .set(Map.of(
                            SettingKey.REGISTRATION_NAME, "CDI-{n:2}",
                            SettingKey.REGISTRATION_IMAGE, Long.toString(image),
                            SettingKey.REGISTRATION_DEPLOY, "true"));
            return beans.get(HostService.class).create(HostDraft.of("cdi-01", "", "08:00:27:00:00:09", null));
        });
        machine.open(Purpose.REGISTER);
        InventoryAnswer first =
                machine.call(beans -> beans.get(InventoryService.class).report(MachineSession.ID, PC));
        assertThat(first).isEqualTo(new InventoryAnswer("CDI-02", false, true, false));
        InventoryAnswer again =
                machine.call(beans -> beans.get(InventoryService.class).report(MachineSession.ID, PC));
        assertThat(again).isEqualTo(first);
        database.run(em -> {
            assertThat(new TestBeans(em).get(SettingService.class).get(SettingKey.REGISTRATION_NEXT_NUMBER))
                    .isEqualTo("3");
            assertThat(em.createQuery("SELECT t FROM Task t", Task.class).getResultList())
                    .hasSize(1);
        });
    }

    @Test
    void aProductKeyIsChangedWithoutATraceOfIt() {
        machine.open(Purpose.PRODUCT_KEY);
        long host = database.within(em -> {
            Host made = new Host("pc1", MachineSession.MAC, "brume", Instant.now());
            em.persist(made);
            em.find(AgentSession.class, MachineSession.ID).registeredAs(made.getId());
            return made.getId();
        });
        machine.call(beans -> beans.get(OperatorService.class).changeProductKey(MachineSession.ID, " AAAAA-BBBBB "));
        database.run(em -> assertThat(em.find(Host.class, host).getProductKey()).isEqualTo("AAAAA-BBBBB"));
        assertThat(machine.audited(AuditEntry::getDetail)).noneMatch(detail -> detail.contains("AAAAA"));
    }
}
