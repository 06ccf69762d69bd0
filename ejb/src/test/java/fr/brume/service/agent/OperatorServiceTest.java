package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.OperatingSystem;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.task.Task;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.account.CallerRoles;
import fr.brume.service.machine.HostService;
import fr.brume.service.setting.SettingService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and machines do on a session; the caller of all services is {@code brume}. */
class OperatorServiceTest {
    private static final String ID = "session";
    private static final MacAddress MAC = new MacAddress("08:00:27:4d:46:2b");
    private static final InventoryReport PC = new InventoryReport(
            "", Map.of("product_serial", "5QTVM12"), "BIOS", "cpu", 1, 1 << 29, List.of(), List.of());
    private static TestDatabase database;
    private long image;

    private interface Call<T> {
        T run(TestBeans beans) throws Exception;
    }

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void oneCapturedImage() {
        database.empty();
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
        session(Purpose.DEPLOY_IMAGE);
        assertThat(call(beans -> beans.get(OperatorService.class).images(ID)).images())
                .extracting(choice -> choice.name() + " " + choice.operatingSystem() + " " + choice.bytes())
                .containsExactly("win10 Windows 10 15000000000");
        DeployRequest request = new DeployRequest(image, PC);
        assertThat(call(beans -> beans.get(OperatorService.class).deploy(ID, request))
                        .hostName())
                .isEqualTo(MAC.digits());
        assertThat(call(beans -> beans.get(OperatorService.class).deploy(ID, request))
                        .hostName())
                .as("asked twice")
                .isEqualTo(MAC.digits());
        database.run(em -> {
            List<Task> tasks =
                    em.createQuery("SELECT t FROM Task t", Task.class).getResultList();
            assertThat(tasks).hasSize(1);
            assertThat(em.find(AgentSession.class, ID).getTaskId())
                    .isEqualTo(tasks.get(0).getId());
            assertThat(tasks.get(0).getCreatedBy()).isEqualTo("brume");
        });
    }

    @Test
    void aBusyMachineIsRefusedInWords() {
        session(Purpose.DEPLOY_IMAGE);
        call(beans -> beans.get(OperatorService.class).deploy(ID, new DeployRequest(image, PC)));
        database.run(em -> em.remove(em.find(AgentSession.class, ID)));
        session(Purpose.DEPLOY_IMAGE);
        database.run(em -> em.find(AgentSession.class, ID)
                .registeredAs(
                        em.createQuery("SELECT h.id FROM Host h", Long.class).getSingleResult()));
        FailureException refused =
                failure(beans -> beans.get(OperatorService.class).deploy(ID, new DeployRequest(image, PC)));
        assertThat(refused.failure()).isEqualTo(Failure.INPUT_REFUSED);
        assertThat(refused.arguments()).singleElement().asString().contains("d\u00e9j\u00e0 une t\u00e2che active");
    }

    @Test
    void aShellIsWrittenDown() {
        session(Purpose.DEBUG);
        call(beans -> beans.get(OperatorService.class).giveShell(ID));
        assertThat(audited(entry -> entry.getActor() + " " + entry.getAction() + " " + entry.getSubject()))
                .containsExactly("brume SHELL_GIVEN machine " + MAC.text());
        session(Purpose.PRODUCT_KEY);
        assertThat(failure(beans -> beans.get(OperatorService.class).giveShell(ID))
                        .failure())
                .isEqualTo(Failure.PROTOCOL_ERROR);
    }

    @Test
    void onlyWhoMayDoSomethingIsKnownAfterALogin() {
        session(Purpose.DEBUG);
        for (CallerRoles weak : List.of(person("viewer", false), person("technician", true))) {
            assertThat(failure(beans -> beans.get(LoginService.class).accept(ID, weak, "192.0.2.7"))
                            .failure())
                    .isEqualTo(Failure.NOT_ALLOWED);
            assertThat(known()).isEmpty();
        }
        CallerRoles technician = person("technician", false);
        assertThat(call(beans -> beans.get(LoginService.class).accept(ID, technician, "192.0.2.7"))
                        .seconds())
                .isEqualTo(600);
        assertThat(known()).contains(technician);
        assertThat(audited(AuditEntry::getAction)).contains(AuditAction.LOGIN_AT_MACHINE);
    }

    @Test
    void aLoginIsForgottenAfterAWhile() {
        session(Purpose.DEBUG);
        call(beans -> {
            beans.get(SettingService.class).set(SettingKey.CLIENT_LOGIN_LIFE, "60");
            return beans.get(LoginService.class).accept(ID, person("technician", false), "");
        });
        database.run(em -> {
            AgentSession session = em.find(AgentSession.class, ID);
            assertThat(session.getUser(Instant.now().plusSeconds(58))).isPresent();
            assertThat(session.getUser(Instant.now().plusSeconds(61))).isEmpty();
        });
    }

    @Test
    void whoGuessesIsAuditedOncePerBurst() {
        session(Purpose.DEBUG);
        database.run(em -> {
            LoginService logins = new TestBeans(em).get(LoginService.class);
            for (int attempt = 0; attempt < 40; attempt++) {
                catchThrowableOfType(FailureException.class, () -> logins.admit(ID, "brume", "192.0.2.7"));
            }
        });
        assertThat(audited(AuditEntry::getDetail)).containsExactly("throttled");
    }

    @Test
    void quickRegistrationNamesByTheTemplateAndDeploysWhereTheSiteWantsIt() {
        call(beans -> {
            beans.get(SettingService.class)
                    .set(Map.of(
                            SettingKey.REGISTRATION_NAME, "CDI-{n:2}",
                            SettingKey.REGISTRATION_IMAGE, Long.toString(image),
                            SettingKey.REGISTRATION_DEPLOY, "true"));
            return beans.get(HostService.class).create(HostDraft.of("cdi-01", "", "08:00:27:00:00:09", null));
        });
        session(Purpose.REGISTER);
        InventoryAnswer first = call(beans -> beans.get(InventoryService.class).report(ID, PC));
        assertThat(first).isEqualTo(new InventoryAnswer("CDI-02", false, true, false));
        InventoryAnswer again = call(beans -> beans.get(InventoryService.class).report(ID, PC));
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
        session(Purpose.PRODUCT_KEY);
        long host = database.within(em -> {
            Host made = new Host("pc1", MAC, "brume", Instant.now());
            em.persist(made);
            em.find(AgentSession.class, ID).registeredAs(made.getId());
            return made.getId();
        });
        call(beans -> beans.get(OperatorService.class).changeProductKey(ID, " AAAAA-BBBBB "));
        database.run(em -> assertThat(em.find(Host.class, host).getProductKey()).isEqualTo("AAAAA-BBBBB"));
        assertThat(audited(AuditEntry::getDetail)).noneMatch(detail -> detail.contains("AAAAA"));
    }

    private static Optional<CallerRoles> known() {
        return call(beans -> beans.get(LoginService.class).user(ID));
    }

    private static CallerRoles person(String role, boolean newcomer) {
        return new CallerRoles("marie", Set.of(role), newcomer);
    }

    private static void session(Purpose purpose) {
        database.run(em -> {
            AgentSession before = em.find(AgentSession.class, ID);
            if (before != null) {
                em.remove(before);
                em.flush();
            }
            BootTicket ticket =
                    new BootTicket("t", "hash", purpose, new BootIdentity(MAC.text(), ""), null, null, Instant.now());
            em.persist(new AgentSession(ID, new byte[32], ticket, Instant.now()));
        });
    }

    private static <T> List<T> audited(Function<AuditEntry, T> of) {
        return database.within(
                em -> em.createQuery("SELECT a FROM AuditEntry a", AuditEntry.class).getResultList().stream()
                        .map(of)
                        .toList());
    }

    private static FailureException failure(Call<?> call) {
        return database.within(em -> catchThrowableOfType(FailureException.class, () -> call.run(new TestBeans(em))));
    }

    private static <T> T call(Call<T> call) {
        return database.within(em -> {
            try {
                return call.run(new TestBeans(em));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
