package fr.brume.web.host;

import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostMac;
import fr.brume.service.machine.ApprovalService;
import fr.brume.service.machine.ApprovalService.WaitingMac;
import fr.brume.service.machine.HostService;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** By what a machine is taken for this host: its addresses, and what each says, and its UUID. */
@Named("hostIdentity")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class HostIdentity implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "host.HostIdentity";

    @Inject
    private HostService hosts;

    @Inject
    private ApprovalService approvals;

    @Inject
    private Notices notices;

    private Host host;

    /** Reads the host once per view, and again after each change. */
    public Host of(Long id) {
        if (host == null && id != null) {
            host = hosts.find(id).orElse(null);
        }
        return host;
    }

    /** Its addresses, the primary one first. */
    public List<HostMac> getMacs() {
        return host == null ? List.of() : host.getMacs();
    }

    /** The address is the host's. */
    public void accept(HostMac mac) {
        approvals.accept(row(mac));
        done("accepted", mac);
    }

    /** The address is not the host's. */
    public void refuse(HostMac mac) {
        approvals.refuse(row(mac));
        done("refused", mac);
    }

    /** The address is that of an adapter that goes from machine to machine. */
    public void share(HostMac mac) {
        approvals.share(row(mac));
        done("shared", mac);
    }

    /** The mainboard was replaced. */
    public void forgetUuid() {
        notices.accepted(() -> notices.doneHere(
                PAGE, "forgotten", hosts.forgetUuid(host.getId()).getName()));
        host = null;
    }

    /** Its deployed system joins the domain of the site, or does not. */
    public void join(boolean on) {
        notices.accepted(() -> notices.doneHere(
                PAGE, on ? "joins" : "joinsNot", hosts.join(host.getId(), on).getName()));
        host = null;
    }

    /** Lets the host in. */
    public void approve() {
        notices.accepted(() -> notices.doneHere(
                PAGE, "approved", approvals.approve(host.getId()).getName()));
        host = null;
    }

    private void done(String key, HostMac mac) {
        notices.doneHere(PAGE, key, mac.getMac().text());
        host = null;
    }

    private WaitingMac row(HostMac mac) {
        return new WaitingMac(mac.getMac().text(), host.getId(), host.getName());
    }
}
