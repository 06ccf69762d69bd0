package fr.brume.service.driver;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.driver.DriverSet;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Deletes archives that no set has and no deploy under way was promised, and what a stop of the server left of uploads. */
@Stateless
@RolesAllowed(SYSTEM)
public class DriverArchiveSweep {
    /** Longer than an upload and its transaction last: what is younger may be about to belong to a set. */
    private static final Duration YOUNG = Duration.ofHours(1);

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @Inject
    DriverFiles files;

    /** Deletes what is older than an hour at this moment. What cannot be deleted only takes room, until the next time. */
    public void sweep(Instant now) {
        Set<String> needed = new HashSet<>();
        em.createQuery("SELECT s FROM DriverSet s", DriverSet.class)
                .getResultStream()
                .forEach(set -> needed.add(set.getDigest()));
        em.createQuery("SELECT t FROM Task t WHERE t.state = :state", Task.class)
                .setParameter("state", TaskState.IN_PROGRESS)
                .getResultStream()
                .forEach(task -> needed.addAll(task.getDrivers().all()));
        files.keepOnly(needed, now.minus(YOUNG));
    }
}
