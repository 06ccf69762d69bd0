package fr.brume.service.migration;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.image.ImageFolderLeft;
import fr.brume.service.image.RetentionService;
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

/** The version that an import makes, in short transactions. */
@Stateless
@RolesAllowed(SYSTEM)
public class ImportRecord {
    /** No task has such a number: what an import stages has a name of its own beside what captures stage. */
    private static final long FIRST_NUMBER = 100_000_000_000_000_000L;

    private static final int LONGEST_SOURCE = 15;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    RetentionService retention;

    @Inject
    Event<ImageFolderLeft> left;

    /**
     * A version to be filled.
     *
     * @param stagedBy number in the place of a task's
     * @param level of compression, zstd's
     */
    public record Staged(long versionId, String path, int number, long stagedBy, int level) {}

    /** A complete version. */
    public record Stored(String path, int number, String seal) {}

    /** Makes a new version of this image. */
    public Staged stage(long imageId, String folder) throws FailureException {
        Image image = em.find(Image.class, imageId, LockModeType.PESSIMISTIC_WRITE);
        if (image == null) {
            throw new FailureException(Failure.IMAGE_MISSING, folder);
        }
        Integer last = em.createQuery("SELECT MAX(v.number) FROM ImageVersion v WHERE v.image = :image", Integer.class)
                .setParameter("image", image)
                .getSingleResult();
        Instant now = Instant.now();
        long stagedBy = FIRST_NUMBER + now.toEpochMilli();
        String source = folder.substring(0, Math.min(folder.length(), LONGEST_SOURCE));
        ImageVersion version = new ImageVersion(image, last == null ? 1 : last + 1, source, stagedBy, now);
        em.persist(version);
        em.flush();
        int level = Math.max(1, image.getCompression());
        return new Staged(version.getId(), image.getPath(), version.getNumber(), stagedBy, level);
    }

    /** The version is in its place: deploys take it from now on. */
    public void committed(long versionId, long bytesOnClient, long bytesOnServer, String seal) {
        ImageVersion version = em.find(ImageVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        version.commit(bytesOnClient, bytesOnServer, Instant.now());
        version.seal(seal);
        version.getImage().use(version);
        em.flush();
        retention.apply(version.getImage().getId());
    }

    /** The version came to nothing: it says why, and its files go. */
    public void failed(long versionId, Failure cause, List<String> arguments) {
        ImageVersion version = em.find(ImageVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && version.getState() == VersionState.STAGING) {
            version.fail(cause, arguments);
            left.fire(new ImageFolderLeft(version.getImage().getPath(), version.getNumber(), version.getTaskId()));
        }
    }

    /** Gives up what imports have begun and a stopped server did not end. Only while none works. */
    public void giveUpAbandoned() {
        em.createQuery("SELECT v.id FROM ImageVersion v WHERE v.state = :state AND v.taskId >= :first", Long.class)
                .setParameter("state", VersionState.STAGING)
                .setParameter("first", FIRST_NUMBER)
                .getResultList()
                .forEach(id -> failed(id, Failure.CANCELLED, List.of()));
    }

    /** @throws FailureException IMAGE_MISSING when the version is gone or not complete */
    public Stored stored(long versionId) throws FailureException {
        ImageVersion version = em.find(ImageVersion.class, versionId);
        if (version == null || version.getState() != VersionState.COMMITTED) {
            throw new FailureException(Failure.IMAGE_MISSING, "v" + versionId);
        }
        return new Stored(version.getImage().getPath(), version.getNumber(), version.getSeal());
    }
}
