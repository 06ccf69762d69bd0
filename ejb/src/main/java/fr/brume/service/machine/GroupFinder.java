package fr.brume.service.machine;

import fr.brume.domain.NameKey;
import fr.brume.domain.machine.HostGroup;
import fr.brume.domain.machine.HostState;
import fr.brume.service.Page;
import fr.brume.service.SearchText;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The queries for groups: a fixed number of statements each, however many rows. */
final class GroupFinder {
    private static final String MATCHES =
            " WHERE g.nameKey LIKE :text ESCAPE '!' OR LOWER(g.description) LIKE :text" + " ESCAPE '!'";
    private static final String COUNTED = "SELECT g, (SELECT COUNT(m.hostId) FROM GroupMember m, Host h"
            + " WHERE m.groupId = g.id AND h.id = m.hostId AND h.state = :state) AS members FROM HostGroup g";

    private final EntityManager em;

    GroupFinder(EntityManager em) {
        this.em = em;
    }

    Page<GroupRow> list(GroupQuery query) {
        String order = query.sort().path() + (query.descending() ? " DESC" : " ASC");
        String text = SearchText.contains(query.filter());
        List<GroupRow> rows = em
                .createQuery(COUNTED + MATCHES + " ORDER BY " + order + ", g.id", Object[].class)
                .setParameter("state", HostState.APPROVED)
                .setParameter("text", text)
                .setFirstResult(Math.max(0, query.first()))
                .setMaxResults(Math.min(query.size(), Page.LARGEST))
                .getResultList()
                .stream()
                .map(row -> new GroupRow((HostGroup) row[0], ((Number) row[1]).longValue()))
                .toList();
        long total = em.createQuery("SELECT COUNT(g) FROM HostGroup g" + MATCHES, Long.class)
                .setParameter("text", text)
                .getSingleResult();
        return new Page<>(rows, total);
    }

    /** The groups that a host is in, by name. */
    List<HostGroup> of(long hostId) {
        return em.createQuery(
                        "SELECT g FROM HostGroup g, GroupMember m WHERE m.hostId = :host AND g.id = m.groupId"
                                + " ORDER BY g.nameKey",
                        HostGroup.class)
                .setParameter("host", hostId)
                .setMaxResults(Page.LARGEST)
                .getResultList();
    }

    boolean nameTaken(String name, Long self) {
        return em.createQuery("SELECT COUNT(g) FROM HostGroup g WHERE g.nameKey = :key AND g.id <> :self", Long.class)
                        .setParameter("key", NameKey.of(name))
                        .setParameter("self", self == null ? 0L : self)
                        .getSingleResult()
                > 0;
    }
}
