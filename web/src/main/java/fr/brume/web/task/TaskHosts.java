package fr.brume.web.task;

import fr.brume.domain.machine.Host;
import fr.brume.service.machine.HostService;
import fr.brume.web.host.HostRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** All hosts, to start a task of one of them. */
@Named("taskHosts")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class TaskHosts implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private HostService service;

    private HostRows hosts;

    @PostConstruct
    void open() {
        hosts = new HostRows(service);
    }

    public HostRows getHosts() {
        return hosts;
    }

    /** Nothing can be selected here; the table that all lists of hosts share asks. */
    public List<Host> getSelected() {
        return List.of();
    }

    public void setSelected(List<Host> ignored) {
        // the table has no boxes to select by
    }
}
