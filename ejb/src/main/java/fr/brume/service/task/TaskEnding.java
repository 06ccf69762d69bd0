package fr.brume.service.task;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.fault.Failure;
import fr.brume.service.image.ImageFolderLeft;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Ends tasks that cannot go on, and with them what they were staging. */
@Stateless
@RolesAllowed(SYSTEM)
public class TaskEnding {
    private static final System.Logger LOG = System.getLogger(TaskEnding.class.getName());

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @Inject
    Event<ImageFolderLeft> left;

    /**
     * Fails the task with this cause. Does nothing when it is over, so that a machine may report twice; a cancelled capture
     * still gives up its staged version.
     *
     * @param taskId null for none
     */
    public void fail(Long taskId, Failure cause, List<String> arguments, String detail) {
        Task task = taskId == null ? null : em.find(Task.class, taskId, LockModeType.PESSIMISTIC_WRITE);
        if (task == null) {
            return;
        }
        giveUpStaged(task, cause, arguments);
        if (!task.getState().isOver()) {
            task.fail(cause, arguments, detail, Instant.now());
            LOG.log(System.Logger.Level.WARNING, "Task {0} of host {1} failed: {2}", taskId, task.getHostName(), cause);
        }
    }

    /** Cancels the task, which is not over; what it staged stays as a failed version that somebody may delete. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    public void cancel(Task task) {
        giveUpStaged(task, Failure.CANCELLED, List.of());
        task.cancel(Instant.now());
    }

    private void giveUpStaged(Task task, Failure cause, List<String> arguments) {
        ImageVersion version = task.getVersion();
        if (task.getType() != TaskType.CAPTURE || version == null || version.getState() != VersionState.STAGING) {
            return;
        }
        version.fail(cause, arguments);
        if (cause == Failure.SERVER_DISK_FULL) {
            // What was staged is of no use and only keeps the disk full; other remains stay for who wants to look at
            // them.
            left.fire(new ImageFolderLeft(version.getImage().getPath(), version.getNumber(), task.getId()));
        }
    }
}
