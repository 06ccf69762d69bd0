package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.Refusals;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.machine.GroupDraft;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostGroup;
import fr.brume.service.Page;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Lists, creates, changes and deletes groups, and says who belongs to them. The hosts themselves it leaves alone; those of a group
 * are listed by {@link HostService#list}.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class GroupService {
    /** Characters of names in a line of the trail. */
    private static final int MOST_NAMES = 900;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /** The groups asked for, with how many hosts each has. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public Page<GroupRow> list(GroupQuery query) {
        return new GroupFinder(em).list(query);
    }

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public Optional<HostGroup> find(long id) {
        return Optional.ofNullable(em.find(HostGroup.class, id));
    }

    /** The groups that a host is in, by name. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<HostGroup> of(long hostId) {
        return new GroupFinder(em).of(hostId);
    }

    /** Creates a group without hosts; its name must be free. */
    public HostGroup create(GroupDraft draft) throws InvalidInputException {
        check(draft, null);
        HostGroup group = new HostGroup(draft, audit.actor(), Instant.now());
        em.persist(group);
        em.flush();
        audit.record(AuditAction.CREATED, subject(group), "");
        return group;
    }

    /** Makes the group as the draft says. */
    public HostGroup update(long id, GroupDraft draft) throws InvalidInputException {
        HostGroup group = existing(id);
        check(draft, id);
        group.edit(draft);
        em.flush();
        audit.record(AuditAction.CHANGED, subject(group), "");
        return group;
    }

    /** Deletes the group; its hosts stay. */
    public void delete(long id) throws InvalidInputException {
        HostGroup group = existing(id);
        em.remove(group);
        audit.record(AuditAction.DELETED, subject(group), "");
    }

    /**
     * Puts hosts into the group; those that are gone, or in it already, are passed over.
     *
     * @return how many came in
     */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public int add(long id, Collection<Long> hostIds) throws InvalidInputException {
        HostGroup group = existing(id);
        List<Host> come = new Membership(em, group.getId()).add(hostIds);
        record(group, "added ", come);
        return come.size();
    }

    /**
     * Takes hosts out of the group; those that are not in it are passed over.
     *
     * @return how many went
     */
    public int remove(long id, Collection<Long> hostIds) throws InvalidInputException {
        HostGroup group = existing(id);
        List<Host> go = new Membership(em, group.getId()).remove(hostIds);
        record(group, "removed ", go);
        return go.size();
    }

    private void record(HostGroup group, String what, List<Host> hosts) {
        if (!hosts.isEmpty()) {
            audit.record(AuditAction.CHANGED, subject(group), what + hosts.size() + ": " + names(hosts));
        }
    }

    /** As many whole names as a line of the trail holds. */
    private static String names(List<Host> hosts) {
        StringBuilder names = new StringBuilder();
        for (Host host : hosts) {
            if (names.length() + host.getName().length() > MOST_NAMES) {
                return names.append(", …").toString();
            }
            names.append(names.isEmpty() ? "" : ", ").append(host.getName());
        }
        return names.toString();
    }

    private void check(GroupDraft draft, Long self) throws InvalidInputException {
        Refusals refusals = draft.check();
        boolean taken = refusals.accepts("name") && new GroupFinder(em).nameTaken(draft.name(), self);
        refusals.refuseIf(taken, "name", "refusal.group.nameTaken", draft.name())
                .orThrow();
    }

    /** Locked, so that two who change one group do so one after the other. */
    private HostGroup existing(long id) throws InvalidInputException {
        HostGroup group = em.find(HostGroup.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (group == null) {
            throw new InvalidInputException(Refusal.of("groupId", "refusal.group.gone"));
        }
        return group;
    }

    private static String subject(HostGroup group) {
        return "group " + group.getName();
    }
}
