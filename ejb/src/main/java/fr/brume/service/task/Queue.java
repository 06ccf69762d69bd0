package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.storage.StorageGroup;
import fr.brume.domain.storage.StorageNode;
import fr.brume.domain.task.Slots;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.domain.task.Turn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who may begin. Deploys of a storage group take the slots of its nodes in order of check-in; captures go to the master at once, and
 * what needs no image begins at once.
 * Machines that fell silent neither hold a slot nor keep others waiting; their place is theirs again when they are heard.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class Queue {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    /**
     * The turn of a checked-in task. Its nodes stay locked until the end of the transaction, in which the caller starts the
     * task: two machines cannot get the same slot.
     */
    public Turn turn(long taskId) {
        Task task = em.find(Task.class, taskId);
        if (task.getState() == TaskState.IN_PROGRESS) {
            return new Turn.Go(task.getNode());
        }
        if (!task.getType().needsImage()) {
            return new Turn.Go(null);
        }
        StorageGroup group = task.getImage().getStorageGroup();
        List<StorageNode> nodes = em.createQuery(
                        "SELECT n FROM StorageNode n WHERE n.group = :group AND n.enabled = TRUE ORDER BY n.id",
                        StorageNode.class)
                .setParameter("group", group)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (!task.getType().takesSlot()) {
            return nodes.stream()
                    .filter(StorageNode::isMaster)
                    .findFirst()
                    .<Turn>map(Turn.Go::new)
                    .orElse(new Turn.Wait(1));
        }
        return new Slots(nodes, used()).turn(waiting(group), taskId);
    }

    private Map<Long, Long> used() {
        return em.createQuery(
                        "SELECT t.node.id, COUNT(t) FROM Task t WHERE t.state = :state AND t.type = :type"
                                + " AND t.times.stalledSince IS NULL GROUP BY t.node.id",
                        Object[].class)
                .setParameter("state", TaskState.IN_PROGRESS)
                .setParameter("type", TaskType.DEPLOY)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    private List<Long> waiting(StorageGroup group) {
        return em.createQuery(
                        "SELECT t.id FROM Task t WHERE t.state = :state AND t.type = :type AND t.image.storageGroup = :group"
                                + " AND t.times.stalledSince IS NULL ORDER BY t.times.checkedIn, t.id",
                        Long.class)
                .setParameter("state", TaskState.CHECKED_IN)
                .setParameter("type", TaskType.DEPLOY)
                .setParameter("group", group)
                .getResultList();
    }
}
