package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.agent.CommitState;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.task.TaskEnding;
import fr.brume.store.ImageStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The staged version of a capture, from its first byte to its commit. Both may be asked again at any moment. */
@Stateless
@RolesAllowed(SYSTEM)
public class CaptureService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SessionTasks tasks;

    @EJB
    TaskEnding ending;

    @Inject
    ImageStore store;

    @Inject
    CommitJobs jobs;

    /**
     * Opens the staged version of the session's task, or finds it again as an earlier boot left it, and stores its small files.
     *
     * @throws FailureException when the image is being captured by another task, or the disk refuses; the task has failed then
     */
    public void begin(String sessionId, CaptureRequest request) throws FailureException {
        Task task = capturing(tasks.locked(sessionId));
        if (request.manifest() == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "manifest");
        }
        jobs.refuseWhileRunning(task.getId());
        try {
            ImageVersion version = task.getVersion() == null ? stage(task) : task.getVersion();
            if (version.getState() == VersionState.STAGING) {
                List<SideFile> files = request.sideFiles() == null ? List.of() : request.sideFiles();
                store.putSideFiles(store.begin(version.getImage().getPath(), task.getId(), this::isActive), files);
            }
        } catch (FailureException e) {
            if (!e.failure().retriable()) {
                ending.fail(task.getId(), e.failure(), e.arguments(), "");
            }
            throw e;
        }
    }

    private ImageVersion stage(Task task) {
        Image image = task.getImage();
        Integer last = em.createQuery("SELECT MAX(v.number) FROM ImageVersion v WHERE v.image = :image", Integer.class)
                .setParameter("image", image)
                .getSingleResult();
        int number = last == null ? 1 : last + 1;
        ImageVersion version = new ImageVersion(image, number, task.getHostName(), task.getId(), Instant.now());
        em.persist(version);
        task.take(version);
        return version;
    }

    private boolean isActive(long taskId) {
        Task other = em.find(Task.class, taskId);
        return other != null && other.getState().isActive();
    }

    /**
     * Has the staged version checked and made the current one, which goes on while the agent asks again.
     *
     * @param request with the manifest that holds every digest
     */
    public CommitAnswer commit(String sessionId, CaptureRequest request) throws FailureException {
        Task task = tasks.of(sessionId);
        ImageVersion version = task.getVersion();
        if (task.getType() != TaskType.CAPTURE || version == null || request.manifest() == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "commit");
        }
        if (version.getState() == VersionState.COMMITTED) {
            return new CommitAnswer(CommitState.COMMITTED, 0, 0, 0);
        }
        if (version.getState() == VersionState.FAILED) {
            return new CommitAnswer(CommitState.FAILED, 0, 0, version.getFailureCode());
        }
        capturing(task);
        String path = version.getImage().getPath();
        return jobs.startOrFollow(new CommitOrder(task.getId(), path, version.getNumber(), request));
    }

    private static Task capturing(Task task) throws FailureException {
        if (task.getState() == TaskState.CANCELLED) {
            throw new FailureException(Failure.CANCELLED);
        }
        if (task.getType() != TaskType.CAPTURE || task.getState() != TaskState.IN_PROGRESS) {
            throw new FailureException(Failure.UNAUTHORISED);
        }
        return task;
    }
}
