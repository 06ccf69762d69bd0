package fr.brume.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.MacStanding;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.machine.ApprovalService.WaitingMac;
import fr.brume.service.machine.IdentityService.Identified;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines that start, over the tables: who is noted, audited, held and let in. */
class IdentityServiceTest {
    private static final String X = "4c4c4544-0042-1110-8051-b4c04f564431";
    private static final String Y = "4c4c4544-0042-1110-8051-b4c04f564432";
    private static final String OTHER = "4c4c4544-0042-1110-8051-b4c04f564439";

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private interface Call<T> {
        T run(TestBeans beans) throws Exception;
    }

    @BeforeEach
    void twoHosts() {
        register(1, X);
        register(2, Y);
    }

    @Test
    void anUnknownAddressOfAKnownUuidWaitsAndIsAuditedOnce() {
        assertThat(meet(9, X).mayHaveTask()).isFalse();
        assertThat(meet(9, X).identity().names().get(0)).isEqualTo("080027000001");
        assertThat(waiting()).containsExactly(mac(9).text());
        assertThat(doubts())
                .singleElement()
                .asString()
                .contains(mac(9).text(), "080027000001", "attend d\u2019\u00eatre approuv\u00e9e");
        WaitingMac row = call(beans -> beans.get(ApprovalService.class).macs()).get(0);
        call(beans -> {
            beans.get(ApprovalService.class).accept(row);
            return row;
        });
        assertThat(meet(9, X).mayHaveTask()).isTrue();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void noMoreThanFourAddressesWait() {
        for (int number = 10; number < 20; number++) {
            meet(number, X);
        }
        assertThat(waiting()).hasSize(Host.MOST_PENDING_MACS);
        assertThat(doubts()).hasSize(Host.MOST_PENDING_MACS);
    }

    @Test
    void anIgnoredAddressSaysNothingAndARefusedOneIsAsIfNeverSeen() {
        meet(9, X);
        WaitingMac row = call(beans -> beans.get(ApprovalService.class).macs()).get(0);
        call(beans -> {
            beans.get(ApprovalService.class).share(row);
            return row;
        });
        assertThat(meet(9, Y).identity().names().get(0)).isEqualTo("080027000002");
        assertThat(meet(9, Y).mayHaveTask()).isFalse();
        meet(10, X);
        WaitingMac second =
                call(beans -> beans.get(ApprovalService.class).macs()).get(0);
        call(beans -> {
            beans.get(ApprovalService.class).refuse(second);
            return second;
        });
        assertThat(host(1).getMacs())
                .extracting(m -> m.getMac() + " " + m.getStanding())
                .containsExactly(mac(1) + " " + MacStanding.OWN, mac(9) + " " + MacStanding.SHARED);
    }

    @Test
    void aSharedAdapterIsAuditedInWordsAndGetsNoTask() {
        Identified found = meet(1, Y);
        assertThat(found.mayHaveTask()).isFalse();
        assertThat(found.doubt()).contains(mac(1).text(), "080027000001", "080027000002", "Aucune t\u00e2che");
        assertThat(doubts()).containsExactly(found.doubt());
    }

    @Test
    void whoHasOnlyTheAddressNeitherBecomesTheHostNorOverwritesIt() {
        FailureException refused = database.within(em -> catchThrowableOfType(
                FailureException.class,
                () -> new TestBeans(em).get(RegistrationService.class).register(report(OTHER, 1), mac(1), false)));
        assertThat(refused.failure()).isEqualTo(Failure.ADDRESS_TAKEN);
        call(beans -> {
            beans.get(RegistrationService.class).report(host(1).getId(), report(OTHER, 1));
            return null;
        });
        assertThat(host(1).getSystemUuid()).isEqualTo(X);
        call(beans -> beans.get(HostService.class).forgetUuid(host(1).getId()));
        assertThat(meet(1, OTHER).mayHaveTask()).as("a new mainboard").isTrue();
    }

    @Test
    void aNewMachineBehindASharedAdapterIsKnownByItsOwnAddress() {
        meet(9, X);
        call(beans -> {
            beans.get(ApprovalService.class)
                    .share(beans.get(ApprovalService.class).macs().get(0));
            return null;
        });
        Host made = call(beans -> beans.get(RegistrationService.class)
                .register(report(OTHER, 9, 30), mac(9), false)
                .host());
        assertThat(made.getPrimaryMac()).isEqualTo(mac(30));
    }

    @Test
    void aHeldHostGetsNoTaskUntilSomebodyLetsItIn() {
        call(beans -> {
            beans.get(SettingService.class).set(SettingKey.REGISTRATION_PENDING, "true");
            return null;
        });
        Host held = register(3, OTHER);
        assertThat(held.isPending()).isTrue();
        assertThat(meet(3, OTHER).doubt()).contains("080027000003", "approuv\u00e9e");
        List<Host> waiting = call(beans -> beans.get(ApprovalService.class).hosts());
        assertThat(waiting).extracting(Host::getName).containsExactly("080027000003");
        List<Host> listed = call(
                beans -> beans.get(HostService.class).list(HostQuery.all(0, 10)).rows());
        assertThat(listed).extracting(Host::getName).containsExactly("080027000001", "080027000002");
        TaskDraft inventory = TaskDraft.now(held.getId(), TaskType.INVENTORY);
        Exception refused = database.within(em -> catchThrowableOfType(
                Exception.class, () -> new TestBeans(em).get(TaskService.class).create(inventory)));
        assertThat(refused).hasMessageContaining("refusal.task.hostPending");
        call(beans -> beans.get(ApprovalService.class).approve(held.getId()));
        assertThat(meet(3, OTHER).mayHaveTask()).isTrue();
        call(beans -> beans.get(TaskService.class).create(inventory));
        assertThat(call(beans -> beans.get(RegistrationService.class).register(report("", 4), mac(4), true))
                        .host()
                        .isPending())
                .as("somebody with an account stands behind it")
                .isFalse();
    }

    private static Identified meet(int number, String uuid) {
        return call(beans -> beans.get(IdentityService.class).meet(ShownIdentity.of(mac(number), uuid), "192.0.2.7"));
    }

    private static Host register(int number, String uuid) {
        return call(beans -> beans.get(RegistrationService.class)
                .register(report(uuid, number), mac(number), false)
                .host());
    }

    private static InventoryReport report(String uuid, int... macs) {
        List<NetworkInterfaceReport> interfaces = Arrays.stream(macs)
                .mapToObj(
                        number -> new NetworkInterfaceReport("eth", mac(number).text(), "e1000", 1000))
                .toList();
        return new InventoryReport(uuid, Map.of(), "BIOS", "cpu", 1, 1, interfaces, List.of());
    }

    private static Host host(int number) {
        return call(beans -> beans.get(HostService.class).findByMac(mac(number)).orElseThrow());
    }

    private static List<String> waiting() {
        return call(beans -> beans.get(ApprovalService.class).macs()).stream()
                .map(WaitingMac::mac)
                .toList();
    }

    private static List<String> doubts() {
        return database.within(em ->
                em.createQuery("SELECT a FROM AuditEntry a ORDER BY a.id", AuditEntry.class).getResultList().stream()
                        .filter(entry -> entry.getAction() == AuditAction.IDENTITY_DOUBTED)
                        .map(AuditEntry::getDetail)
                        .toList());
    }

    private static MacAddress mac(int number) {
        return new MacAddress(String.format("08:00:27:00:00:%02d", number));
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
