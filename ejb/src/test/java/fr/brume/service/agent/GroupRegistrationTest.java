package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.machine.GroupDraft;
import fr.brume.domain.machine.HostGroup;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.agent.FieldRefusal;
import fr.brume.protocol.agent.GroupChoice;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.service.TestDatabase;
import fr.brume.service.machine.GroupService;
import fr.brume.service.machine.HostService;
import fr.brume.service.setting.SettingService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines that register themselves and the group that they get into. */
class GroupRegistrationTest {
    private static final InventoryReport PC =
            new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1 << 29, List.of(), List.of());

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private static final MachineSession machine = new MachineSession(database);
    private long cdi;
    private long room;

    @BeforeEach
    void twoGroupsTheSecondOfWhichIsUsual() {
        room = group("Salle B12");
        cdi = group("CDI");
        usual(Long.toString(room));
    }

    @Test
    void quickRegistrationPutsTheMachineIntoTheUsualGroup() {
        machine.open(Purpose.REGISTER);
        machine.call(beans -> beans.get(InventoryService.class).report(MachineSession.ID, PC));
        assertThat(groups()).containsExactly("Salle B12");
        machine.call(beans -> beans.get(GroupService.class).remove(room, List.of(host())));
        machine.call(beans -> beans.get(InventoryService.class).report(MachineSession.ID, PC));
        assertThat(groups()).as("registered before, and taken out since").isEmpty();
    }

    @Test
    void aUsualGroupThatIsGoneStopsNothing() {
        machine.call(beans -> {
            beans.get(GroupService.class).delete(room);
            return null;
        });
        machine.open(Purpose.REGISTER);
        machine.call(beans -> beans.get(InventoryService.class).report(MachineSession.ID, PC));
        assertThat(groups()).isEmpty();
    }

    @Test
    void fullRegistrationProposesTheUsualGroupAndTakesTheChosenOne() {
        machine.open(Purpose.FULL_REGISTRATION);
        RegistrationForm form =
                machine.call(beans -> beans.get(FullRegistrationService.class).form(MachineSession.ID, PC));
        assertThat(form.groups()).containsExactly(new GroupChoice(cdi, "CDI"), new GroupChoice(room, "Salle B12"));
        assertThat(form.usualGroup()).isEqualTo(room);
        assertThat(register(987_654L).refusals())
                .containsExactly(new FieldRefusal("groupId", "Ce groupe n’existe plus."));
        assertThat(machine.<Long>call(beans -> beans.get(HostService.class).count()))
                .as("refused before anything was made")
                .isZero();
        assertThat(register(cdi).hostName()).isEqualTo("salle-3");
        assertThat(groups()).containsExactly("CDI");
    }

    @Test
    void whoChoosesNoGroupGetsNone() {
        machine.open(Purpose.FULL_REGISTRATION);
        assertThat(register(0).hostName()).isEqualTo("salle-3");
        assertThat(groups()).isEmpty();
    }

    private static RegistrationAnswer register(long group) {
        RegistrationRequest request = new RegistrationRequest("salle-3", 0, "", "", "", "", PC, group);
        return machine.call(beans -> beans.get(FullRegistrationService.class).register(MachineSession.ID, request));
    }

    private static long group(String name) {
        return machine.call(beans ->
                beans.get(GroupService.class).create(new GroupDraft(name, "")).getId());
    }

    private static void usual(String group) {
        machine.call(beans -> {
            beans.get(SettingService.class).set(Map.of(SettingKey.REGISTRATION_GROUP, group));
            return null;
        });
    }

    private static long host() {
        return machine.call(beans -> beans.get(HostService.class)
                .findByMac(MachineSession.MAC)
                .orElseThrow()
                .getId());
    }

    private static List<String> groups() {
        return machine.call(beans -> beans.get(GroupService.class).of(host())).stream()
                .map(HostGroup::getName)
                .toList();
    }
}
