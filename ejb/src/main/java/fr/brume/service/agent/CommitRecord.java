package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.service.image.RetentionService;
import fr.brume.service.image.VerificationAsked;
import fr.brume.service.task.TaskEnding;
import fr.brume.store.ImageStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What came of a commit, in short transactions of its own. */
@Stateless
@RolesAllowed(SYSTEM)
public class CommitRecord {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    TaskEnding ending;

    @EJB
    RetentionService retention;

    @Inject
    Event<VerificationAsked> suspected;

    /**
     * Asks a last time whether the version is still wanted.
     *
     * @throws FailureException {@code CANCELLED} when it is not
     */
    public void refuseUnlessInProgress(long taskId) throws FailureException {
        if (task(taskId).getState() != TaskState.IN_PROGRESS) {
            throw new FailureException(Failure.CANCELLED);
        }
    }

    /** The version is in its place on disk: deploys take it from now on, and what is then too many goes. */
    public void committed(long taskId, ImageManifest manifest, long bytesOnServer, String seal) {
        ImageVersion version = task(taskId).getVersion();
        if (version.getState() == VersionState.STAGING) {
            version.commit(ImageStore.bytesOnClient(manifest), bytesOnServer, Instant.now());
            version.seal(seal);
            version.generalised(manifest.generalisation());
            version.getImage().use(version);
            em.flush();
            retention.apply(version.getImage().getId());
        }
    }

    /** The version is not fit to be used; the one before stays current. */
    public void failed(long taskId, Failure cause, List<String> arguments) {
        ending.fail(taskId, cause, arguments, "");
        if (cause == Failure.IMAGE_CORRUPT) {
            suspectEarlier(task(taskId).getImage());
        }
    }

    /** What a capture took over of the current version may be what is damaged; until that is known no capture would succeed. */
    private void suspectEarlier(Image image) {
        ImageVersion current = image == null ? null : image.getCurrentVersion();
        if (current != null && !current.isDamaged()) {
            suspected.fire(new VerificationAsked(current.getId()));
        }
    }

    private Task task(long taskId) {
        return em.find(Task.class, taskId, LockModeType.PESSIMISTIC_WRITE);
    }
}
