package fr.brume.web.host;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.machine.Host;
import fr.brume.service.machine.ApprovalService;
import fr.brume.service.machine.ApprovalService.WaitingMac;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** Hosts and addresses that wait for somebody; those selected are let in, or not. */
@Named("hostPending")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class HostPending implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "host.HostPending";

    @Inject
    private ApprovalService approvals;

    @Inject
    private HostService service;

    @Inject
    private Notices notices;

    private List<Host> hosts;
    private List<WaitingMac> macs;
    private List<Host> selected = List.of();
    private List<WaitingMac> selectedMacs = List.of();

    @PostConstruct
    void open() {
        hosts = approvals.hosts();
        macs = approvals.macs();
    }

    @FunctionalInterface
    private interface Deed {
        void on(Host host) throws InvalidInputException;
    }

    /** Lets the selected hosts in. */
    public void approve() {
        each("approved", host -> approvals.approve(host.getId()));
    }

    /** Deletes the selected hosts. */
    public void delete() {
        each("deleted", host -> service.delete(host.getId()));
    }

    private void each(String done, Deed deed) {
        int count = 0;
        try {
            for (Host host : selected) {
                deed.on(host);
                count++;
            }
        } catch (InvalidInputException e) {
            notices.refuse(e);
        }
        say(done, count);
        selected = List.of();
        open();
    }

    /** The selected addresses are those of their hosts. */
    public void accept() {
        eachMac("macsAccepted", approvals::accept);
    }

    /** The selected addresses are not those of their hosts. */
    public void refuse() {
        eachMac("macsRefused", approvals::refuse);
    }

    /** The selected addresses are those of adapters that go from machine to machine. */
    public void share() {
        eachMac("macsShared", approvals::share);
    }

    private void eachMac(String done, Consumer<WaitingMac> deed) {
        selectedMacs.forEach(deed);
        say(done, selectedMacs.size());
        selectedMacs = List.of();
        open();
    }

    private void say(String done, int count) {
        if (count > 0) {
            notices.doneHere(PAGE, done, count);
        } else {
            notices.error(PAGE, "selectFirst");
        }
    }

    public List<Host> getHosts() {
        return hosts;
    }

    public List<WaitingMac> getMacs() {
        return macs;
    }

    public List<Host> getSelected() {
        return selected;
    }

    public void setSelected(List<Host> selected) {
        this.selected = selected == null ? List.of() : selected;
    }

    public List<WaitingMac> getSelectedMacs() {
        return selectedMacs;
    }

    public void setSelectedMacs(List<WaitingMac> selectedMacs) {
        this.selectedMacs = selectedMacs == null ? List.of() : selectedMacs;
    }
}
