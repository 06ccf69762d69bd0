package fr.brume.service.driver;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.driver.DriverArchive;
import fr.brume.domain.driver.DriverSet;
import fr.brume.domain.driver.DriverSetDraft;
import fr.brume.domain.machine.Inventory;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the sets of drivers. Windows runs what is in them with all rights: only administrators change them, and who did is in the
 * audit trail.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class DriverSetService {
    private static final System.Logger LOG = System.getLogger(DriverSetService.class.getName());
    private static final int MOST = 200;
    /** That one machine gets. */
    private static final int MOST_ORDERS = 8;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    DriverFiles files;

    /** All of them, by name. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public List<DriverSet> list() {
        return em.createQuery("SELECT s FROM DriverSet s ORDER BY s.name", DriverSet.class)
                .getResultList();
    }

    /** Those for this machine, as agents get them; none for one that never said what it is. */
    @RolesAllowed(SYSTEM)
    public List<DriverOrder> orders(Inventory machine) {
        return list().stream()
                .filter(set -> set.isEnabled() && set.suits(machine))
                .limit(MOST_ORDERS)
                .map(set -> new DriverOrder(set.getId(), set.getName(), set.getBytes(), set.getDigest()))
                .toList();
    }

    /** The archive of this digest; empty when there is none any more. */
    @RolesAllowed(SYSTEM)
    public Optional<Path> archive(String digest) {
        return Optional.of(files.place(digest)).filter(Files::isRegularFile);
    }

    /**
     * Takes an archive, which is read to its end or to the limit; a set of the same name, whatever its case, is replaced. The archive
     * that it had is left to {@link DriverArchiveSweep}: deploys under way may need it.
     */
    public void store(DriverSetDraft draft, InputStream content) throws InvalidInputException {
        draft.check().orThrow();
        List<DriverSet> sets = list();
        Optional<DriverSet> earlier = sets.stream()
                .filter(set -> set.getName().equalsIgnoreCase(draft.name()))
                .findFirst();
        if (earlier.isEmpty() && sets.size() >= MOST) {
            throw new InvalidInputException(Refusal.of("name", "refusal.driver.many", Integer.toString(MOST)));
        }
        DriverArchive archive = keep(content);
        DriverSet set = earlier.orElseGet(() -> new DriverSet(draft.name()));
        set.meantFor(draft.maker(), draft.model());
        set.replace(archive, audit.actor(), Instant.now());
        em.persist(set);
        em.flush();
        note(earlier.isEmpty() ? AuditAction.CREATED : AuditAction.CHANGED, set, archive.digest());
    }

    private DriverArchive keep(InputStream content) throws InvalidInputException {
        Path staged = null;
        try {
            staged = files.stage(content);
            DriverArchive archive = ArchiveCheck.of(staged);
            files.adopt(staged, archive.digest());
            return archive;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A set of drivers was not stored", e);
            throw new InvalidInputException(Refusal.of("file", "refusal.driver.notStored"));
        } finally {
            discard(staged);
        }
    }

    public void enable(long id, boolean on) throws InvalidInputException {
        DriverSet set = existing(id);
        set.enable(on);
        note(AuditAction.CHANGED, set, on ? "enabled" : "disabled");
    }

    /** Its archive is left to {@link DriverArchiveSweep}. */
    public void delete(long id) throws InvalidInputException {
        DriverSet set = existing(id);
        em.remove(set);
        em.flush();
        note(AuditAction.DELETED, set, "");
    }

    private static void discard(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An archive of drivers was not deleted", e);
        }
    }

    private DriverSet existing(long id) throws InvalidInputException {
        DriverSet set = em.find(DriverSet.class, id);
        if (set == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.driver.gone"));
        }
        return set;
    }

    private void note(AuditAction action, DriverSet set, String detail) {
        audit.record(action, "driver set " + set.getName(), detail);
    }
}
