package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostMac;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskRules;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts tasks into the queue: at once, or when the time of a scheduled one has come. */
@Stateless
@RolesAllowed(SYSTEM)
public class TaskQueuing {
    private static final System.Logger LOG = System.getLogger(TaskQueuing.class.getName());

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @Inject
    Event<TaskQueued> queued;

    @Inject
    Event<WakeUpDue> wakeUps;

    /**
     * The time of this task has come: it is queued, or fails when the rules no longer allow it. Does nothing when it happened
     * before or the task was cancelled, so that a timer may fire twice.
     */
    public void due(long taskId) {
        Task task = em.find(Task.class, taskId, LockModeType.PESSIMISTIC_WRITE);
        if (task == null || task.getState() != TaskState.SCHEDULED) {
            return;
        }
        Host host = em.find(Host.class, task.getHost().getId(), LockModeType.PESSIMISTIC_WRITE);
        Optional<TaskRules.Broken> broken = TaskRules.broken(task.getType(), host, activity(host));
        if (broken.isPresent()) {
            TaskRules.Broken rule = broken.get();
            task.fail(rule.failure(), rule.arguments(), "", Instant.now());
            LOG.log(System.Logger.Level.WARNING, "Scheduled task {0} cannot begin: {1}", taskId, rule.failure());
            return;
        }
        if (task.getType().needsImage()) {
            task.take(host.getImage());
        }
        task.queue();
        em.flush();
        announce(task);
    }

    /** The tasks that wait for their time: for those who set timers. */
    public List<TaskScheduled> pending() {
        return em.createQuery("SELECT t FROM Task t WHERE t.state = :state", Task.class)
                .setParameter("state", TaskState.SCHEDULED)
                .getResultStream()
                .map(t -> new TaskScheduled(t.getId(), t.getTimes().getScheduledFor()))
                .toList();
    }

    /** What goes on around a host. Holds its image until the end of the transaction, so that the answer stays true. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public TaskRules.Activity activity(Host host) {
        TaskFinder finder = new TaskFinder(em);
        Image image = host.getImage();
        if (image != null) {
            em.lock(image, LockModeType.PESSIMISTIC_WRITE);
        }
        return new TaskRules.Activity(
                finder.activeOf(host.getId()).isPresent(), image != null && finder.inCapture(image.getId()));
    }

    /** Tells those who wake machines that this task is queued; a wake-up task is over when this returns. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public void announce(Task task) {
        if (task.getType() == TaskType.WAKE_UP) {
            wakeUps.fire(new WakeUpDue(task));
            return;
        }
        queued.fire(new TaskQueued(
                task.getId(),
                task.isWake(),
                task.getHost().getMacs().stream().map(HostMac::getMac).toList()));
    }
}
