package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostMac;
import fr.brume.domain.machine.HostState;
import fr.brume.protocol.MacAddress;
import fr.brume.service.Page;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Hosts and addresses that wait for somebody: lists them, lets them in, or not. What was dealt with meanwhile is left alone. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class ApprovalService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /**
     * An address that waits.
     *
     * @param mac canonical
     * @param hostId the host whose UUID the machine showed
     * @param hostName of it
     */
    public record WaitingMac(String mac, long hostId, String hostName) implements Serializable {}

    /** How many wait. */
    public record Waiting(long hosts, long macs) {}

    /** The hosts that wait, oldest first, with addresses loaded; as many as fit on a page. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<Host> hosts() {
        List<Host> hosts = em.createQuery(
                        "SELECT h FROM Host h WHERE h.state = :state ORDER BY h.created, h.id", Host.class)
                .setParameter("state", HostState.PENDING)
                .setMaxResults(Page.LARGEST)
                .setHint("eclipselink.batch", "h.macs")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
        hosts.forEach(Host::getMacs);
        return hosts;
    }

    /** The addresses that wait, by host; as many as fit on a page. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<WaitingMac> macs() {
        return em
                .createQuery(
                        "SELECT m FROM HostMac m JOIN FETCH m.host h WHERE m.pending = :waits ORDER BY h.nameKey,"
                                + " m.mac",
                        HostMac.class)
                .setParameter("waits", true)
                .setMaxResults(Page.LARGEST)
                .getResultList()
                .stream()
                .map(m -> new WaitingMac(
                        m.getMac().text(), m.getHost().getId(), m.getHost().getName()))
                .toList();
    }

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public Waiting waiting() {
        return new Waiting(
                count("SELECT COUNT(h) FROM Host h WHERE h.state = :waits", HostState.PENDING),
                count("SELECT COUNT(m) FROM HostMac m WHERE m.pending = :waits", true));
    }

    private long count(String query, Object waits) {
        return em.createQuery(query, Long.class).setParameter("waits", waits).getSingleResult();
    }

    /** Lets a host in: from now on it gets tasks. */
    public Host approve(long hostId) throws InvalidInputException {
        Host host = Optional.ofNullable(em.find(Host.class, hostId))
                .orElseThrow(() -> new InvalidInputException(Refusal.of("", "refusal.host.gone")));
        if (host.isPending()) {
            host.approve();
            audit.record(
                    AuditAction.APPROVED,
                    "host " + host.getName(),
                    host.getPrimaryMac().text());
        }
        return host;
    }

    /** The address is the host's: tasks start by it. Ends too that it counts as shared. */
    public void accept(WaitingMac waiting) {
        row(waiting).ifPresent(mac -> {
            mac.ignoreImaging(false);
            audit.record(AuditAction.APPROVED, "host " + waiting.hostName(), waiting.mac());
        });
    }

    /** The address is not the host's; it waits again when the machine starts by it once more. */
    public void refuse(WaitingMac waiting) {
        row(waiting).filter(HostMac::isPending).ifPresent(mac -> {
            mac.getHost().removeMac(mac.getMac());
            audit.record(AuditAction.DELETED, "host " + waiting.hostName(), waiting.mac());
        });
    }

    /** The address is that of an adapter that goes from machine to machine, and says nothing from now on. */
    public void share(WaitingMac waiting) {
        row(waiting).ifPresent(mac -> {
            mac.ignoreImaging(true);
            audit.record(AuditAction.CHANGED, "host " + waiting.hostName(), waiting.mac() + " shared");
        });
    }

    private Optional<HostMac> row(WaitingMac waiting) {
        return Optional.ofNullable(em.find(Host.class, waiting.hostId()))
                .flatMap(host -> host.find(new MacAddress(waiting.mac())));
    }
}
