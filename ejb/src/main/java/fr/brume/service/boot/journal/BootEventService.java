package fr.brume.service.boot.journal;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.machine.HostMac;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.Page;
import fr.brume.service.SearchText;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes, lists and forgets what starting machines asked. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
public class BootEventService {
    /** Rows kept at most, however young: a flood ends here. */
    static final int MOST_ROWS = 500_000;

    private static final String MATCHES = " WHERE e.at >= :since AND (LOWER(e.asked) LIKE :text ESCAPE '!'"
            + " OR LOWER(e.given) LIKE :text ESCAPE '!' OR e.address LIKE :text ESCAPE '!' OR e.mac <> '' AND e.mac LIKE :mac"
            + " OR EXISTS (SELECT m FROM HostMac m WHERE m.mac = e.mac AND m.host.nameKey LIKE :text ESCAPE '!'))";

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    /** Stores a batch, from the journal. */
    @PermitAll
    public void store(List<BootEvent> events) {
        events.forEach(em::persist);
    }

    /** Events with their hosts. */
    public Page<BootEventRow> list(BootEventQuery query) {
        List<BootEvent> events = filtered(
                        em.createQuery(
                                "SELECT e FROM BootEvent e" + MATCHES + " ORDER BY e.at DESC, e.id DESC",
                                BootEvent.class),
                        query)
                .setFirstResult(Math.max(0, query.first()))
                .setMaxResults(Math.min(query.size(), Page.LARGEST))
                .getResultList();
        long total = filtered(em.createQuery("SELECT COUNT(e) FROM BootEvent e" + MATCHES, Long.class), query)
                .getSingleResult();
        return new Page<>(rows(events), total);
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> typed, BootEventQuery query) {
        return typed.setParameter("since", query.since())
                .setParameter("text", SearchText.contains(query.filter()))
                .setParameter("mac", SearchText.containsMac(query.filter()));
    }

    private List<BootEventRow> rows(List<BootEvent> events) {
        Map<String, HostMac> owners =
                owners(events.stream().map(e -> e.machine().mac()).collect(Collectors.toSet()));
        return events.stream()
                .map(event -> row(event, owners.get(event.machine().mac())))
                .toList();
    }

    /** The names of the hosts that these MAC addresses belong to; whatever else stands among them has none. */
    public Map<String, String> hostNames(Set<String> macs) {
        return owners(macs).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().getHost().getName()));
    }

    private Map<String, HostMac> owners(Set<String> macs) {
        return macs.isEmpty()
                ? Map.of()
                : em.createQuery("SELECT m FROM HostMac m JOIN FETCH m.host WHERE m.mac IN :macs", HostMac.class)
                        .setParameter("macs", macs)
                        .getResultStream()
                        .collect(Collectors.toMap(mac -> mac.getMac().text(), Function.identity()));
    }

    private static BootEventRow row(BootEvent event, HostMac owner) {
        return owner == null
                ? new BootEventRow(event, 0, "")
                : new BootEventRow(
                        event, owner.getHost().getId(), owner.getHost().getName());
    }

    /** The latest events since a moment, oldest first. */
    public List<BootEvent> since(Instant moment, int most) {
        List<BootEvent> latest = em.createQuery(
                        "SELECT e FROM BootEvent e WHERE e.at >= :since ORDER BY e.at DESC, e.id DESC", BootEvent.class)
                .setParameter("since", moment)
                .setMaxResults(most)
                .getResultList();
        List<BootEvent> ordered = new ArrayList<>(latest);
        Collections.reverse(ordered);
        return ordered;
    }

    /** Deletes what is older than the site wants it kept at this moment, and what is too much. */
    @RolesAllowed(SYSTEM)
    public void clear(Instant now) {
        Duration kept = settings.days(SettingKey.BOOT_JOURNAL_DAYS);
        em.createQuery("DELETE FROM BootEvent e WHERE e.at < :limit")
                .setParameter("limit", now.minus(kept))
                .executeUpdate();
        Long last =
                em.createQuery("SELECT MAX(e.id) FROM BootEvent e", Long.class).getSingleResult();
        if (last != null) {
            em.createQuery("DELETE FROM BootEvent e WHERE e.id <= :limit")
                    .setParameter("limit", last - MOST_ROWS)
                    .executeUpdate();
        }
    }
}
