package fr.brume.service.audit.retention;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.setting.SettingKey;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Forgets what the site no longer keeps of the audit trail. */
@Stateless
@RolesAllowed(SYSTEM)
public class AuditRetention {
    /** Entries deleted in one transaction, which holds their locks. */
    private static final int BATCH = 1000;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    /**
     * Deletes one batch of the entries that are too old at this moment, the oldest first.
     *
     * @return whether there may be more
     */
    public boolean forgetBatch(Instant now) {
        return forget(now, BATCH);
    }

    boolean forget(Instant now, int most) {
        List<Long> old = em.createQuery("SELECT a.id FROM AuditEntry a WHERE a.at < :limit ORDER BY a.at", Long.class)
                .setParameter("limit", now.minus(settings.days(SettingKey.AUDIT_DAYS)))
                .setMaxResults(most)
                .getResultList();
        if (!old.isEmpty()) {
            em.createQuery("DELETE FROM AuditEntry a WHERE a.id IN :old")
                    .setParameter("old", old)
                    .executeUpdate();
        }
        return old.size() == most;
    }
}
