package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.Refusals;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.machine.HostRules;
import fr.brume.domain.task.TaskState;
import fr.brume.protocol.MacAddress;
import fr.brume.service.Page;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists, creates, changes and deletes hosts. Refuses input with every reason at once. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class HostService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /** The hosts asked for, with image and addresses loaded. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public Page<Host> list(HostQuery query) {
        return new HostFinder(em).list(query);
    }

    /** The host of this number, with image and addresses loaded. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public Optional<Host> find(long id) {
        return loaded(Optional.ofNullable(em.find(Host.class, id)));
    }

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public Optional<Host> findByMac(MacAddress mac) {
        return loaded(new HostFinder(em).byMac(mac));
    }

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public long count() {
        return em.createQuery("SELECT COUNT(h) FROM Host h", Long.class).getSingleResult();
    }

    /** What is wrong with this draft of a new host; empty when nothing is. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public List<Refusal> check(HostDraft draft) {
        try {
            new HostCheck(em).check(draft, null);
            return List.of();
        } catch (InvalidInputException refused) {
            return refused.refusals();
        }
    }

    /** Creates a host; name and addresses must be free. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public Host create(HostDraft draft) throws InvalidInputException {
        new HostCheck(em).check(draft, null);
        Host host = new Host(draft.name(), HostRules.macs(draft).get(0), audit.actor(), Instant.now());
        fill(host, draft);
        em.persist(host);
        em.flush();
        audit.record(
                AuditAction.CREATED,
                "host " + host.getName(),
                host.getPrimaryMac().text());
        return host;
    }

    /** Makes the host as the draft says. */
    public Host update(long id, HostDraft draft) throws InvalidInputException {
        Host host = existing(id);
        new HostCheck(em).check(draft, id);
        fill(host, draft);
        em.flush();
        audit.record(AuditAction.CHANGED, "host " + host.getName(), "");
        return host;
    }

    /** Gives the host this image and nothing else new. */
    public void assign(long id, long imageId) throws InvalidInputException {
        Host host = existing(id);
        Image image = em.find(Image.class, imageId);
        if (image == null) {
            throw new InvalidInputException(Refusal.of("imageId", "refusal.image.gone"));
        }
        if (!image.equals(host.getImage())) {
            host.assign(image);
            em.flush();
            audit.record(AuditAction.CHANGED, "host " + host.getName(), "image " + image.getName());
        }
    }

    /** Gives the host this product key, which the audit trail does not hold. */
    public Host changeProductKey(long id, String key) throws InvalidInputException {
        Host host = existing(id);
        new Refusals().longest("productKey", key, HostRules.LONGEST_TEXT).orThrow();
        host.changeProductKey(key.strip());
        audit.record(AuditAction.CHANGED, "host " + host.getName(), "product key");
        return host;
    }

    /** Whether the deployed system of this host joins the domain of the site; refused while it has a task, whose trust that changes. */
    public Host join(long id, boolean on) throws InvalidInputException {
        Host host = existing(id);
        if (hasTask(host)) {
            throw new InvalidInputException(Refusal.of("", "refusal.host.hasTask", host.getName()));
        }
        host.join(on);
        audit.record(AuditAction.CHANGED, "host " + host.getName(), on ? "joins the domain" : "joins no domain");
        return host;
    }

    /** Forgets the UUID, so that the machine says it anew: its mainboard was replaced. */
    public Host forgetUuid(long id) throws InvalidInputException {
        Host host = existing(id);
        audit.record(AuditAction.CHANGED, "host " + host.getName(), "UUID " + host.getSystemUuid() + " forgotten");
        host.forgetUuid();
        return host;
    }

    /** Deletes the host; the history of its tasks stays. Refused while it has a task to do. */
    public void delete(long id) throws InvalidInputException {
        Host host = existing(id);
        if (hasTask(host)) {
            throw new InvalidInputException(Refusal.of("", "refusal.host.hasTask", host.getName()));
        }
        em.createQuery("UPDATE Task t SET t.host = NULL WHERE t.host = :host")
                .setParameter("host", host)
                .executeUpdate();
        em.remove(host);
        audit.record(AuditAction.DELETED, "host " + host.getName(), "");
    }

    private boolean hasTask(Host host) {
        return em.createQuery("SELECT COUNT(t) FROM Task t WHERE t.host = :host AND t.state NOT IN :over", Long.class)
                        .setParameter("host", host)
                        .setParameter("over", TaskState.over())
                        .getSingleResult()
                > 0;
    }

    private void fill(Host host, HostDraft draft) {
        List<MacAddress> macs = HostRules.macs(draft);
        host.edit(draft);
        host.assign(draft.imageId() == null ? null : em.find(Image.class, draft.imageId()));
        host.setMacs(macs.get(0), macs.subList(1, macs.size()));
    }

    private Host existing(long id) throws InvalidInputException {
        Host host = em.find(Host.class, id);
        if (host == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.host.gone"));
        }
        return host;
    }

    private static Optional<Host> loaded(Optional<Host> found) {
        found.ifPresent(host -> {
            host.getMacs();
            Optional.ofNullable(host.getImage()).ifPresent(Image::getName);
        });
        return found;
    }
}
