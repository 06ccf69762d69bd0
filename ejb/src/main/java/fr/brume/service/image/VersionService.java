package fr.brume.service.image;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.Refusals;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.store.ImageStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** What people do with the versions of an image: name, protect, choose, read again, delete. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class VersionService {
    private static final int LONGEST_LABEL = 64;
    private static final int MOST_KEPT = 999;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @EJB
    RetentionService retention;

    @Inject
    ImageStore store;

    @Inject
    Event<ImageFolderLeft> folderLeft;

    @Inject
    Event<CurrentVersionChosen> chosen;

    @Inject
    Event<VerificationAsked> asked;

    /** Keeps this many of the image's complete versions, 0 for all; null for what the site has chosen. */
    public void keep(long imageId, Integer versions) throws InvalidInputException {
        Image image = em.find(Image.class, imageId, LockModeType.PESSIMISTIC_WRITE);
        if (image == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.image.gone"));
        }
        boolean wrong = versions != null && (versions < 0 || versions > MOST_KEPT);
        new Refusals().refuseIf(wrong, "keep", "refusal.version.keep").orThrow();
        image.keep(versions);
        em.flush();
        audit.record(AuditAction.CHANGED, "image " + image.getName(), "keep " + versions);
        retention.apply(imageId);
    }

    /** Gives a version a name of its own; an empty one takes it away. */
    public void label(long versionId, String typed) throws InvalidInputException {
        ImageVersion version = existing(versionId);
        String label = typed == null ? "" : typed.strip();
        boolean control = label.chars().anyMatch(Character::isISOControl);
        new Refusals()
                .longest("label", label, LONGEST_LABEL)
                .refuseIf(control, "label", "refusal.control")
                .orThrow();
        version.label(label);
        audit.record(AuditAction.CHANGED, subject(version), "label " + label);
    }

    /** Keeps a version from being deleted, by people and by age, or no longer does. */
    public void protect(long versionId, boolean kept) throws InvalidInputException {
        ImageVersion version = existing(versionId);
        version.protect(kept);
        audit.record(AuditAction.CHANGED, subject(version), kept ? "protected" : "not protected");
    }

    /** Deploys that begin from now on take this version; those under way go on with theirs. */
    public void use(long versionId) throws InvalidInputException {
        ImageVersion version = existing(versionId);
        String number = Integer.toString(version.getNumber());
        Image image = version.getImage();
        new Refusals()
                .refuseIf(version.getState() != VersionState.COMMITTED, "", "refusal.version.incomplete", number)
                .refuseIf(version.isDamaged(), "", "refusal.version.damaged", number)
                .orThrow();
        image.choose(version);
        chosen.fire(new CurrentVersionChosen(image.getPath(), version.getNumber()));
        audit.record(AuditAction.CHANGED, subject(version), "current");
    }

    /**
     * Deletes a version and its files; not the current one, nor a protected one, nor one that a task uses.
     *
     * @return bytes of the files, which are deleted when the transaction is committed
     */
    public long delete(long versionId) throws InvalidInputException {
        ImageVersion version = existing(versionId);
        new ImageRemoval(em).remove(version);
        ImageFolderLeft left = ImageFolderLeft.of(version);
        long bytes = bytes(left);
        folderLeft.fire(left);
        audit.record(AuditAction.DELETED, subject(version), version.getState().name());
        return bytes;
    }

    /** What cannot be measured is deleted all the same. */
    private long bytes(ImageFolderLeft left) {
        try {
            return store.bytesFreed(left.path(), left.number(), left.stagedBy());
        } catch (FailureException e) {
            return 0;
        }
    }

    /** Has the files of a complete version read again, soon. */
    public void verify(long versionId) throws InvalidInputException {
        ImageVersion version = existing(versionId);
        if (version.getState() != VersionState.COMMITTED) {
            String number = Integer.toString(version.getNumber());
            throw new InvalidInputException(Refusal.of("", "refusal.version.incomplete", number));
        }
        asked.fire(new VerificationAsked(versionId));
    }

    /** The version, whose image stays locked until the end of the transaction: always the image first, against deadlocks. */
    private ImageVersion existing(long versionId) throws InvalidInputException {
        ImageVersion version = em.createQuery("SELECT v.image.id FROM ImageVersion v WHERE v.id = :id", Long.class)
                .setParameter("id", versionId)
                .getResultStream()
                .findFirst()
                .map(image -> em.find(Image.class, image, LockModeType.PESSIMISTIC_WRITE))
                .map(image -> em.find(ImageVersion.class, versionId))
                .orElse(null);
        if (version == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.version.gone"));
        }
        return version;
    }

    private static String subject(ImageVersion version) {
        return "image " + version.getImage().getName() + " v" + version.getNumber();
    }
}
