package fr.brume.service.audit;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.service.Page;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Writes and reads the audit trail. An entry stands or falls with the transaction of what it records. */
@Stateless
@DeclareRoles(SYSTEM)
public class AuditService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @Resource
    SessionContext context;

    /** Records what the caller did; the subject is a kind and a name, {@code host win10}. */
    @PermitAll
    public void record(AuditAction action, String subject, String detail) {
        record(actor(), action, subject, detail, "");
    }

    /** Records what somebody did who is not, or not yet, the caller; or from a known address. */
    @PermitAll
    public void record(String actor, AuditAction action, String subject, String detail, String address) {
        em.persist(new AuditEntry(Instant.now(), actor, action, subject, detail, address));
    }

    /** The login of the caller; {@code system} for timers and machines. */
    @PermitAll
    public String actor() {
        return context.isCallerInRole(SYSTEM)
                ? SYSTEM
                : context.getCallerPrincipal().getName();
    }

    /** The trail, latest first. */
    @RolesAllowed(ADMINISTRATOR)
    public Page<AuditEntry> list(int first, int size) {
        var rows = em.createQuery("SELECT a FROM AuditEntry a ORDER BY a.at DESC, a.id DESC", AuditEntry.class)
                .setFirstResult(Math.max(0, first))
                .setMaxResults(Math.min(size, Page.LARGEST))
                .getResultList();
        return new Page<>(
                rows,
                em.createQuery("SELECT COUNT(a) FROM AuditEntry a", Long.class).getSingleResult());
    }
}
