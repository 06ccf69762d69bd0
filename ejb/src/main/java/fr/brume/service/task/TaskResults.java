package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskFinding;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.finding.Finding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What tasks found out: kept with them, shown in the history. */
@Stateless
@RolesAllowed(SYSTEM)
public class TaskResults {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    /** Keeps these findings in place of earlier ones of the task; those of a kind that this version does not know are left out. */
    public void keep(Task task, List<Finding> findings) {
        em.createQuery("DELETE FROM TaskFinding f WHERE f.taskId = :task")
                .setParameter("task", task.getId())
                .executeUpdate();
        List<Finding> known = findings.stream()
                .filter(f -> f != null && f.kind() != null)
                .limit(ResultReport.MOST)
                .toList();
        for (int i = 0; i < known.size(); i++) {
            em.persist(new TaskFinding(task.getId(), i, known.get(i)));
        }
    }

    /** The findings of a task in order; empty for none. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<TaskFinding> of(long taskId) {
        return em.createQuery(
                        "SELECT f FROM TaskFinding f WHERE f.taskId = :task ORDER BY f.position", TaskFinding.class)
                .setParameter("task", taskId)
                .getResultList();
    }
}
