package fr.brume.service.machine;

import fr.brume.domain.machine.GroupMember;
import fr.brume.domain.machine.Host;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who belongs to one group. Asks for many at once, and for no more than a statement can name. */
final class Membership {
    /** Numbers in one statement. */
    private static final int MOST_NAMED = 500;

    private final EntityManager em;
    private final long groupId;

    Membership(EntityManager em, long groupId) {
        this.em = em;
        this.groupId = groupId;
    }

    /** Adds those that exist and are not in it; gives them. */
    List<Host> add(Collection<Long> hostIds) {
        List<Host> come = hosts(hostIds, false);
        come.forEach(host -> em.persist(new GroupMember(groupId, host.getId())));
        em.flush();
        return come;
    }

    /** Removes those that are in it; gives them. */
    List<Host> remove(Collection<Long> hostIds) {
        List<Host> go = hosts(hostIds, true);
        for (List<Long> part : parts(go.stream().map(Host::getId).toList())) {
            em.createQuery("DELETE FROM GroupMember m WHERE m.groupId = :group AND m.hostId IN :hosts")
                    .setParameter("group", groupId)
                    .setParameter("hosts", part)
                    .executeUpdate();
        }
        return go;
    }

    private List<Host> hosts(Collection<Long> ids, boolean inside) {
        List<Host> found = new ArrayList<>();
        String query = "SELECT h FROM Host h WHERE h.id IN :hosts AND " + (inside ? "" : "NOT ")
                + "EXISTS (SELECT m.hostId FROM GroupMember m WHERE m.groupId = :group AND m.hostId = h.id)"
                + " ORDER BY h.nameKey";
        for (List<Long> part : parts(ids)) {
            found.addAll(em.createQuery(query, Host.class)
                    .setParameter("hosts", part)
                    .setParameter("group", groupId)
                    .getResultList());
        }
        return found;
    }

    private static List<List<Long>> parts(Collection<Long> ids) {
        Set<Long> each = new HashSet<>(ids);
        List<Long> all = List.copyOf(each);
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_NAMED) {
            parts.add(all.subList(from, Math.min(all.size(), from + MOST_NAMED)));
        }
        return parts;
    }
}
