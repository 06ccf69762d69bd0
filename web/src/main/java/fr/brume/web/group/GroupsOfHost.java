package fr.brume.web.group;

import fr.brume.domain.machine.HostGroup;
import fr.brume.service.machine.GroupRow;
import fr.brume.service.machine.GroupService;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** On the page of a host: the groups that it is in. */
@Named("groupsOfHost")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class GroupsOfHost implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "group.GroupsOfHost";

    @Inject
    private GroupService service;

    @Inject
    private GroupsByName all;

    @Inject
    private Notices notices;

    private Long hostId;
    private List<HostGroup> groups;
    private Long chosen;

    /** Reads the groups once per view, and again after each change. */
    public List<HostGroup> of(Long id) {
        hostId = id;
        if (groups == null) {
            groups = id == null ? List.of() : service.of(id);
        }
        return groups;
    }

    /** The groups that it is not in. */
    public List<GroupRow> getOthers() {
        List<Long> own = of(hostId).stream().map(HostGroup::getId).toList();
        return all.getAll().stream().filter(row -> !own.contains(row.id())).toList();
    }

    /** Puts the host into the group that was chosen. */
    public void join() {
        if (chosen != null) {
            notices.accepted(() -> {
                service.add(chosen, List.of(hostId));
                notices.doneHere(PAGE, "joined");
            });
        }
        chosen = null;
        groups = null;
    }

    /** Takes the host out of a group. */
    public void leave(HostGroup group) {
        notices.accepted(() -> {
            service.remove(group.getId(), List.of(hostId));
            notices.doneHere(PAGE, "left", group.getName());
        });
        groups = null;
    }

    public Long getChosen() {
        return chosen;
    }

    public void setChosen(Long chosen) {
        this.chosen = chosen;
    }
}
