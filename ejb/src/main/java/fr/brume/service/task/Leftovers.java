package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.task.TaskState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** Clears away what starts of machines left behind: tickets, and sessions whose task is over. */
@Stateless
@RolesAllowed(SYSTEM)
public class Leftovers {
    /** Longer than any ticket lives, and long enough to look into what went wrong yesterday. */
    private static final Duration KEPT = Duration.ofDays(2);

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    /** Deletes what is older than two days at this moment; sessions of active tasks stay however old. */
    public void clear(Instant now) {
        em.createQuery("DELETE FROM BootTicket t WHERE t.created < :limit")
                .setParameter("limit", now.minus(KEPT))
                .executeUpdate();
        em.createQuery("DELETE FROM AgentSession s WHERE s.created < :limit AND (s.taskId IS NULL OR s.taskId NOT IN"
                        + " (SELECT t.id FROM Task t WHERE t.state IN :active))")
                .setParameter("limit", now.minus(KEPT))
                .setParameter("active", TaskState.active())
                .executeUpdate();
    }
}
