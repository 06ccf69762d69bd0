package fr.brume.service.machine;

import fr.brume.domain.NameKey;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostState;
import fr.brume.domain.machine.IdentityRule;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.protocol.MacAddress;
import fr.brume.service.Page;
import fr.brume.service.SearchText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queries for hosts: a fixed number of statements each, however many rows. */
final class HostFinder {
    private static final String MATCHES = " WHERE h.state = :state AND (h.nameKey LIKE :text ESCAPE '!'"
            + " OR LOWER(h.description) LIKE :text ESCAPE '!'"
            + " OR EXISTS (SELECT m FROM HostMac m WHERE m.host = h AND m.mac LIKE :mac))";

    private static final String IN_GROUP =
            "EXISTS (SELECT g.hostId FROM GroupMember g WHERE g.hostId = h.id AND g.groupId = :group)";

    private static final int MOST_BEARERS = 50;

    private final EntityManager em;

    HostFinder(EntityManager em) {
        this.em = em;
    }

    Page<Host> list(HostQuery query) {
        String matches = MATCHES + of(query.group());
        String order = query.sort().path() + (query.descending() ? " DESC" : " ASC");
        TypedQuery<Host> page = em.createQuery(
                "SELECT h FROM Host h LEFT JOIN FETCH h.image i" + matches + " ORDER BY " + order + ", h.id",
                Host.class);
        List<Host> rows = filtered(page, query)
                .setFirstResult(Math.max(0, query.first()))
                .setMaxResults(Math.min(query.size(), Page.LARGEST))
                .setHint("eclipselink.batch", "h.macs")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
        rows.forEach(Host::getMacs);
        TypedQuery<Long> count = em.createQuery("SELECT COUNT(h) FROM Host h" + matches, Long.class);
        return new Page<>(rows, filtered(count, query).getSingleResult());
    }

    private static String of(HostQuery.Group group) {
        return group == null ? "" : " AND " + (group.inside() ? "" : "NOT ") + IN_GROUP;
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> query, HostQuery wanted) {
        if (wanted.group() != null) {
            query.setParameter("group", wanted.group().id());
        }
        return query.setParameter("state", HostState.APPROVED)
                .setParameter("text", SearchText.contains(wanted.filter()))
                .setParameter("mac", SearchText.containsMac(wanted.filter()));
    }

    Optional<Host> byMac(MacAddress mac) {
        return em.createQuery("SELECT h FROM HostMac m JOIN m.host h WHERE m.mac = :mac", Host.class)
                .setParameter("mac", mac.text())
                .getResultStream()
                .findFirst();
    }

    /** Every host that the rule may have to choose among, see {@link IdentityRule#of}. */
    List<Host> around(ShownIdentity shown) {
        List<String> macs =
                IdentityRule.addresses(shown).stream().map(MacAddress::text).toList();
        List<Host> owners = em.createQuery(
                        "SELECT DISTINCT h FROM HostMac m JOIN m.host h WHERE m.mac IN :macs ORDER BY h.id", Host.class)
                .setParameter("macs", macs)
                .getResultList();
        Set<String> uuids = Stream.concat(
                        Stream.of(shown.uuid()), owners.stream().map(Host::getSystemUuid))
                .flatMap(text -> MachineUuid.telling(text).stream())
                .flatMap(uuid -> Stream.of(uuid.text(), uuid.swapped().text()))
                .collect(Collectors.toSet());
        return uuids.isEmpty()
                ? owners
                : Stream.concat(owners.stream(), bearers(uuids).stream())
                        .distinct()
                        .toList();
    }

    /** Two of each UUID would do, but a query cannot say that; a series shares one UUID at most. */
    private List<Host> bearers(Set<String> uuids) {
        return em.createQuery("SELECT h FROM Host h WHERE h.systemUuid IN :uuids ORDER BY h.id", Host.class)
                .setParameter("uuids", uuids)
                .setMaxResults(MOST_BEARERS)
                .getResultList();
    }

    boolean nameTaken(String name, Long self) {
        return em.createQuery("SELECT COUNT(h) FROM Host h WHERE h.nameKey = :key AND h.id <> :self", Long.class)
                        .setParameter("key", NameKey.of(name))
                        .setParameter("self", self == null ? 0L : self)
                        .getSingleResult()
                > 0;
    }
}
