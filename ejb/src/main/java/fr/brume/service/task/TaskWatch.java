package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Notices machines that fell silent. Their tasks are marked, not failed: a machine that is switched on again goes on, and only a
 * person knows whether it will be.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class TaskWatch {
    private static final System.Logger LOG = System.getLogger(TaskWatch.class.getName());

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    /** Marks the tasks whose machine was last heard too long before this moment. A shell says nothing while it is open. */
    public void markSilent(Instant now) {
        List<Task> silent = em.createQuery(
                        "SELECT t FROM Task t WHERE t.state IN :states AND t.times.stalledSince IS NULL"
                                + " AND t.type <> :quiet AND t.times.lastSeen < :limit",
                        Task.class)
                .setParameter("states", Set.of(TaskState.CHECKED_IN, TaskState.IN_PROGRESS))
                .setParameter("quiet", TaskType.DEBUG)
                .setParameter("limit", now.minusSeconds(settings.seconds(SettingKey.TASK_SILENCE)))
                .getResultList();
        for (Task task : silent) {
            task.stall(now);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Task {0}: host {1} is silent since {2}",
                    task.getId(),
                    task.getHostName(),
                    task.getTimes().getLastSeen());
        }
    }
}
