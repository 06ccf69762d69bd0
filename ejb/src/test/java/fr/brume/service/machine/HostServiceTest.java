package fr.brume.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @Test
    void refusesNamesAndAddressesThatAreTaken() throws Exception {
        create(HostDraft.of("win10", "", "08:00:27:00:00:01", null));
        HostDraft again =
                new HostDraft("WIN10", "", "08-00-27-00-00-02", List.of("080027000001"), 99L, "", "", null, null, "");
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> create(again));
        assertThat(refused.refusals())
                .containsExactlyInAnyOrder(
                        Refusal.of("imageId", "refusal.image.gone"),
                        Refusal.of("name", "refusal.host.nameTaken", "WIN10"),
                        Refusal.of("otherMacs", "refusal.mac.taken", "08:00:27:00:00:01", "win10"));
    }

    @Test
    void updatesWithoutStumblingOverItself() throws Exception {
        long id = create(HostDraft.of("old", "", "08:00:27:00:00:01", null));
        HostDraft draft = new HostDraft(
                "OLD", "new", "08:00:27:00:00:02", List.of("08:00:27:00:00:01"), null, "", "", null, null, "");
        database.run(
                em -> quietly(() -> new TestBeans(em).get(HostService.class).update(id, draft)));
        database.run(em -> {
            Host host = new TestBeans(em).get(HostService.class).find(id).orElseThrow();
            assertThat(host.getName()).isEqualTo("OLD");
            assertThat(host.getPrimaryMac().text()).isEqualTo("08:00:27:00:00:02");
            assertThat(host.getMacs()).hasSize(2);
        });
    }

    @Test
    void listsPagesSortedAndFilteredInTheDatabase() throws Exception {
        for (int i = 1; i <= 12; i++) {
            create(HostDraft.of(
                    "pc-" + (char) ('m' - i), i == 3 ? "100% Été_" : "", "08:00:27:00:01:" + (10 + i), null));
        }
        database.run(em -> {
            HostService hosts = new TestBeans(em).get(HostService.class);
            var page = hosts.list(new HostQuery("", HostQuery.Sort.NAME, true, 2, 5));
            assertThat(page.total()).isEqualTo(12);
            assertThat(page.rows())
                    .extracting(Host::getName)
                    .startsWith("pc-j", "pc-i")
                    .hasSize(5);
            for (HostQuery.Sort sort : HostQuery.Sort.values()) {
                assertThat(hosts.list(new HostQuery("PC-", sort, false, 0, 50)).rows())
                        .hasSize(12);
            }
            assertThat(hosts.list(filter("0% été_")).rows())
                    .extracting(Host::getName)
                    .containsExactly("pc-j");
            assertThat(hosts.list(filter("_0")).total()).isZero();
            assertThat(hosts.list(filter("080027000111")).rows())
                    .extracting(Host::getName)
                    .containsExactly("pc-l");
        });
    }

    @Test
    void findsAMachineByAnyAddressAndByItsUuidOnlyWhenOneHasIt() {
        String uuid = "4c4c4544-0042-1110-8051-b4c04f564433";
        registered("08:00:27:00:00:01", uuid, List.of("08:00:27:00:00:11"));
        assertThat(identity("08:00:27:00:00:11", "")).isEqualTo("080027000001");
        assertThat(identity("08:00:27:00:00:99", uuid.toUpperCase())).isEqualTo("080027000001");
        registered("08:00:27:00:00:02", "", List.of());
        database.run(em -> new TestBeans(em)
                .get(RegistrationService.class)
                .report(hostId("08:00:27:00:00:02"), report(uuid, List.of())));
        assertThat(identity("08:00:27:00:00:99", uuid)).as("two hosts have it").isEmpty();
        assertThat(identity("08:00:27:00:00:02", uuid)).isEqualTo("080027000002");
        assertThat(identity("08:00:27:00:00:01", uuid)).isEqualTo("080027000001");
    }

    @Test
    void whoNamesTheAddressOfAnotherMachineBecomesAHostOfItsOwn() {
        registered("08:00:27:00:00:01", "4c4c4544-0042-1110-8051-b4c04f564433", List.of());
        var stranger =
                registered("08:00:27:00:00:02", "4c4c4544-0042-1110-8051-b4c04f564434", List.of("08:00:27:00:00:01"));
        assertThat(stranger.alreadyKnown()).isFalse();
        assertThat(stranger.host().getMacs()).hasSize(1);
        assertThat(identity("08:00:27:00:00:99", "44454C4C-4200-1011-8051-B4C04F564433"))
                .as("the swapped spelling")
                .isEqualTo("080027000001");
    }

    @Test
    void registersAMachineOnceWhateverOftenItAsks() {
        assertThat(registered("08:00:27:4d:46:2b", "", List.of("08:00:27:4d:46:2c"))
                        .alreadyKnown())
                .isFalse();
        var again = registered("08:00:27:4d:46:2c", "", List.of("08:00:27:4d:46:2b", "08:00:27:4d:46:2d"));
        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.host().getName()).isEqualTo("0800274d462b");
        assertThat(again.host().getMacs()).hasSize(3);
    }

    @Test
    void deletes() throws Exception {
        long id = create(HostDraft.of("old", "", "08:00:27:00:00:01", null));
        database.run(
                em -> quietly(() -> new TestBeans(em).get(HostService.class).delete(id)));
        database.run(em ->
                assertThat(new TestBeans(em).get(HostService.class).count()).isZero());
    }

    private static HostQuery filter(String text) {
        return new HostQuery(text, HostQuery.Sort.NAME, false, 0, 10);
    }

    private static RegistrationService.Registered registered(String booted, String uuid, List<String> others) {
        return database.within(em -> {
            try {
                return new TestBeans(em)
                        .get(RegistrationService.class)
                        .register(report(uuid, others), new MacAddress(booted), false);
            } catch (FailureException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private static InventoryReport report(String uuid, List<String> macs) {
        var interfaces = macs.stream()
                .map(m -> new NetworkInterfaceReport("eth0", m, "e1000", 1000))
                .toList();
        return new InventoryReport(uuid, Map.of(), "BIOS", "cpu", 1, 1, interfaces, List.of());
    }

    private static String identity(String mac, String uuid) {
        return database.within(em -> new TestBeans(em)
                .get(IdentityService.class)
                .identify(ShownIdentity.of(new MacAddress(mac), uuid))
                .host()
                .map(Host::getName)
                .orElse(""));
    }

    private static long hostId(String mac) {
        return database.within(em -> new TestBeans(em)
                .get(HostService.class)
                .findByMac(new MacAddress(mac))
                .orElseThrow()
                .getId());
    }

    private static long create(HostDraft draft) throws InvalidInputException {
        InvalidInputException[] refused = new InvalidInputException[1];
        long id = database.within(em -> {
            try {
                return new TestBeans(em).get(HostService.class).create(draft).getId();
            } catch (InvalidInputException no) {
                refused[0] = no;
                return 0L;
            }
        });
        if (refused[0] != null) {
            throw refused[0];
        }
        return id;
    }

    private interface Step {
        void run() throws InvalidInputException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (InvalidInputException refused) {
            throw new AssertionError(refused);
        }
    }
}
