package fr.brume.service.machine;

import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.protocol.MacAddress;
import fr.brume.service.Page;
import fr.brume.service.SearchText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The queries for hosts: a fixed number of statements each, however many rows. */
final class HostFinder {
    private static final String MATCHES = " WHERE h.nameKey LIKE :text ESCAPE '!' OR LOWER(h.description) LIKE :text"
            + " ESCAPE '!' OR EXISTS (SELECT m FROM HostMac m WHERE m.host = h AND m.mac LIKE :mac)";

    private final EntityManager em;

    HostFinder(EntityManager em) {
        this.em = em;
    }

    Page<Host> list(HostQuery query) {
        String order = query.sort().path() + (query.descending() ? " DESC" : " ASC");
        TypedQuery<Host> page = em.createQuery(
                "SELECT h FROM Host h LEFT JOIN FETCH h.image i" + MATCHES + " ORDER BY " + order + ", h.id",
                Host.class);
        List<Host> rows = filtered(page, query.filter())
                .setFirstResult(Math.max(0, query.first()))
                .setMaxResults(Math.min(query.size(), Page.LARGEST))
                .setHint("eclipselink.batch", "h.macs")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
        rows.forEach(Host::getMacs);
        TypedQuery<Long> count = em.createQuery("SELECT COUNT(h) FROM Host h" + MATCHES, Long.class);
        return new Page<>(rows, filtered(count, query.filter()).getSingleResult());
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> query, String filter) {
        return query.setParameter("text", SearchText.contains(filter))
                .setParameter("mac", SearchText.containsMac(filter));
    }

    Optional<Host> byMac(MacAddress mac) {
        return em.createQuery("SELECT h FROM HostMac m JOIN m.host h WHERE m.mac = :mac", Host.class)
                .setParameter("mac", mac.text())
                .getResultStream()
                .findFirst();
    }

    /** By address first; a UUID counts only when no address is known and one host alone has it. */
    Optional<Host> byIdentity(Collection<MacAddress> macs, String systemUuid) {
        List<Host> owners = macs.isEmpty()
                ? List.of()
                : em.createQuery(
                                "SELECT DISTINCT h FROM HostMac m JOIN m.host h WHERE m.mac IN :macs ORDER BY h.id",
                                Host.class)
                        .setParameter(
                                "macs", macs.stream().map(MacAddress::text).toList())
                        .getResultList();
        Optional<MachineUuid> uuid = MachineUuid.telling(systemUuid);
        if (owners.isEmpty()) {
            return uuid.flatMap(this::byUuid);
        }
        return owners.stream()
                .filter(h -> uuid.isPresent() && hasUuid(h, uuid.get()))
                .findFirst()
                .or(() -> Optional.of(owners.get(0)));
    }

    private static boolean hasUuid(Host host, MachineUuid uuid) {
        return MachineUuid.telling(host.getSystemUuid()).filter(uuid::sameAs).isPresent();
    }

    private Optional<Host> byUuid(MachineUuid uuid) {
        List<Host> twins = em.createQuery("SELECT h FROM Host h WHERE h.systemUuid IN :spellings", Host.class)
                .setParameter("spellings", List.of(uuid.text(), uuid.swapped().text()))
                .setMaxResults(2)
                .getResultList();
        return twins.size() == 1 ? Optional.of(twins.get(0)) : Optional.empty();
    }

    boolean nameTaken(String name, Long self) {
        return em.createQuery("SELECT COUNT(h) FROM Host h WHERE h.nameKey = :key AND h.id <> :self", Long.class)
                        .setParameter("key", Host.nameKey(name))
                        .setParameter("self", self == null ? 0L : self)
                        .getSingleResult()
                > 0;
    }
}
