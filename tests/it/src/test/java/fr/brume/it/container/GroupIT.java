package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.machine.GroupDraft;
import fr.brume.domain.machine.GroupSettings;
import fr.brume.domain.machine.GroupSettings.Field;
import fr.brume.domain.machine.HostDraft;
import fr.brume.service.machine.GroupQuery;
import fr.brume.service.machine.GroupRow;
import fr.brume.service.machine.GroupService;
import fr.brume.service.machine.GroupSettingsService;
import fr.brume.service.machine.HostService;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** Groups on the databases that there are, and in the roles that may see and change them. */
@ArquillianTest
class GroupIT {
    @Inject
    private HostService hosts;

    @Inject
    private GroupService groups;

    @Inject
    private GroupSettingsService groupSettings;

    @Inject
    private AsViewer viewer;

    @Inject
    private AsTechnician technician;

    @Inject
    private AsNobody nobody;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(GroupIT.class, AsViewer.class, AsTechnician.class, AsNobody.class);
    }

    @Test
    void aViewerSeesGroupsAndDoesNotMakeThem() throws Exception {
        long host = technician.call(
                () -> hosts.create(draft("PC-GROUPE", "0a:00:27:66:00:06")).getId());
        long group = technician.call(
                () -> groups.create(new GroupDraft("Salle B12", "")).getId());
        assertThat(technician.<Integer>call(() -> groups.add(group, List.of(host))))
                .isEqualTo(1);
        assertThat(viewer.call(() -> groups.list(new GroupQuery("b12", GroupQuery.Sort.MEMBERS, true, 0, 9)))
                        .rows())
                .filteredOn(row -> row.id() == group)
                .extracting(GroupRow::members)
                .containsExactly(1L);
        assertThatThrownBy(() -> viewer.call(() -> groups.create(new GroupDraft("CDI", ""))))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> viewer.call(() -> groups.remove(group, List.of(host))))
                .isInstanceOf(EJBAccessException.class);
        GroupSettings disk =
                new GroupSettings(EnumSet.of(Field.IMAGE, Field.PRIMARY_DISK), null, "", "/dev/sda", null, null, "");
        assertThat(technician.<Integer>call(() -> groupSettings.apply(group, disk)))
                .isEqualTo(1);
        assertThat(viewer.call(() -> hosts.find(host)).orElseThrow().getPrimaryDisk())
                .isEqualTo("/dev/sda");
        GroupSettings nothing = new GroupSettings(Set.of(), null, "", "", null, null, "");
        assertThatThrownBy(() -> viewer.call(() -> groupSettings.apply(group, nothing)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> nobody.call(() -> groups.of(host))).isInstanceOf(EJBAccessException.class);
        technician.call(() -> {
            hosts.delete(host);
            groups.delete(group);
            return group;
        });
        assertThat(viewer.call(() -> groups.find(group))).isEmpty();
    }

    private static HostDraft draft(String name, String mac) {
        return HostDraft.of(name, "", mac, null);
    }
}
