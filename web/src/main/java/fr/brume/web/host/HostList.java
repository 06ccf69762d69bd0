package fr.brume.web.host;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.Host;
import fr.brume.service.machine.HostQuery;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** All hosts; those selected can be deleted after a question. */
@Named("hostList")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class HostList implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "host.HostList";

    @Inject
    private HostService service;

    @Inject
    private Notices notices;

    private HostRows hosts;
    private Long groupId;
    private List<Host> selected = List.of();
    private boolean asking;

    @PostConstruct
    void open() {
        hosts = new HostRows(service);
    }

    /** Opens the question, unless nothing is selected. */
    public void askDeletion() {
        asking = !selected.isEmpty();
        if (!asking) {
            notices.error(PAGE, "selectFirst");
        }
    }

    /** Closes the question. */
    public void keep() {
        asking = false;
    }

    /** Deletes what is selected, up to the first refusal. */
    public String delete() {
        asking = false;
        int deleted = 0;
        try {
            for (Host host : selected) {
                service.delete(host.getId());
                deleted++;
            }
        } catch (InvalidInputException e) {
            notices.refuse(e);
        }
        selected = List.of();
        if (deleted > 0) {
            notices.doneHere(PAGE, "deleted", deleted);
        }
        return null;
    }

    public HostRows getHosts() {
        return hosts;
    }

    /** The group whose hosts are shown; null for all hosts. */
    public Long getGroupId() {
        return groupId;
    }

    public void setGroupId(Long groupId) {
        this.groupId = groupId;
        hosts.only(groupId == null ? null : new HostQuery.Group(groupId, true));
    }

    public List<Host> getSelected() {
        return selected;
    }

    public void setSelected(List<Host> selected) {
        this.selected = selected == null ? List.of() : selected;
    }

    public boolean isAsking() {
        return asking;
    }
}
