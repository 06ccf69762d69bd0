package fr.brume.service.image;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageRules;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.storage.StorageGroup;
import fr.brume.service.Page;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists, creates, changes and deletes images. Refuses input with every reason at once. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class ImageService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    Event<ImageFolderLeft> folderLeft;

    /** The images asked for, with current version and storage group loaded. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public Page<Image> list(ImageQuery query) {
        return new ImageFinder(em).list(query);
    }

    /** The image of this number, with current version and storage group loaded. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public Optional<Image> find(long id) {
        return em.createQuery(
                        "SELECT i FROM Image i LEFT JOIN FETCH i.currentVersion JOIN FETCH i.storageGroup WHERE i.id = :id",
                        Image.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The versions of an image, latest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, SYSTEM})
    public List<ImageVersion> versions(long imageId) {
        return em.createQuery(
                        "SELECT v FROM ImageVersion v JOIN FETCH v.image WHERE v.image.id = :id ORDER BY v.number DESC",
                        ImageVersion.class)
                .setParameter("id", imageId)
                .getResultList();
    }

    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<StorageGroup> storageGroups() {
        return em.createQuery("SELECT g FROM StorageGroup g ORDER BY g.id", StorageGroup.class)
                .getResultList();
    }

    /** Creates an image that was never captured; name and path must be free. */
    public Image create(ImageDraft typed) throws InvalidInputException {
        ImageDraft draft = typed.path().isEmpty() ? typed.withPath(ImageRules.pathOf(typed.name())) : typed;
        new ImageCheck(em).check(draft, null);
        Image image = new Image(draft, group(draft), audit.actor(), Instant.now());
        em.persist(image);
        em.flush();
        audit.record(AuditAction.CREATED, "image " + image.getName(), image.getPath());
        return image;
    }

    /** Makes the image as the draft says; an empty path leaves it where it is, and one with versions stays there. */
    public Image update(long id, ImageDraft typed) throws InvalidInputException {
        Image image = existing(id);
        ImageDraft draft = typed.path().isEmpty() ? typed.withPath(image.getPath()) : typed;
        new ImageCheck(em).check(draft, image);
        image.edit(draft, group(draft));
        em.flush();
        audit.record(AuditAction.CHANGED, "image " + image.getName(), "");
        return image;
    }

    /** Deletes the image with its versions and their files. Refused while it is protected, assigned or at work. */
    public void delete(long id) throws InvalidInputException {
        Image image = existing(id);
        new ImageRemoval(em).remove(image);
        folderLeft.fire(new ImageFolderLeft(image.getPath(), 0, 0));
        audit.record(AuditAction.DELETED, "image " + image.getName(), image.getPath());
    }

    private Image existing(long id) throws InvalidInputException {
        Image image = em.find(Image.class, id);
        if (image == null) {
            throw new InvalidInputException(Refusal.of("", "refusal.image.gone"));
        }
        return image;
    }

    private StorageGroup group(ImageDraft draft) {
        return draft.storageGroupId() == null
                ? storageGroups().get(0)
                : em.find(StorageGroup.class, draft.storageGroupId());
    }
}
