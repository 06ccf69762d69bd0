package fr.brume.web.group;

import fr.brume.domain.machine.Host;
import fr.brume.service.machine.HostQuery;
import fr.brume.service.machine.HostService;
import fr.brume.web.host.HostRows;
import java.io.Serializable;
import java.util.List;

/** A table of hosts, and those that are selected in it. Belongs to one view. */
@SuppressWarnings("serial") // detached entities live as long as the view
public class HostSelection implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HostRows hosts;
    private List<Host> selected = List.of();

    HostSelection(HostService service, HostQuery.Group group) {
        hosts = new HostRows(service);
        hosts.only(group);
    }

    /** The numbers of those that are selected, which are so no longer. */
    List<Long> take() {
        List<Long> ids = selected.stream().map(Host::getId).toList();
        selected = List.of();
        return ids;
    }

    public HostRows getHosts() {
        return hosts;
    }

    public List<Host> getSelected() {
        return selected;
    }

    public void setSelected(List<Host> selected) {
        this.selected = selected == null ? List.of() : selected;
    }
}
