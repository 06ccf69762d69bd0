package fr.brume.service.image;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusals;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageDraft;
import fr.brume.domain.image.ImageRules;
import fr.brume.domain.storage.StorageGroup;
import jakarta.persistence.EntityManager;

/** Checks a draft, whose path is set, against its own rules and against the other images. */
final class ImageCheck {
    private final EntityManager em;
    private final ImageFinder finder;

    ImageCheck(EntityManager em) {
        this.em = em;
        this.finder = new ImageFinder(em);
    }

    /** Refuses what cannot be taken; {@code self} is the image that is changed, null for a new one. */
    void check(ImageDraft draft, Image self) throws InvalidInputException {
        Long id = self == null ? null : self.getId();
        Refusals refusals = ImageRules.check(draft);
        boolean groupGone =
                draft.storageGroupId() != null && em.find(StorageGroup.class, draft.storageGroupId()) == null;
        boolean nameTaken = refusals.accepts("name") && finder.nameTaken(draft.name(), id);
        boolean pathTaken = refusals.accepts("path") && finder.pathTaken(draft.path(), id);
        refusals.refuseIf(groupGone, "storageGroupId", "refusal.storageGroup.gone")
                .refuseIf(nameTaken, "name", "refusal.image.nameTaken", draft.name())
                .refuseIf(pathTaken, "path", "refusal.path.taken", draft.path());
        if (self != null && !self.getPath().equals(draft.path())) {
            refusals.refuseIf(hasVersions(self), "path", "refusal.path.inUse", self.getPath());
        }
        refusals.orThrow();
    }

    private boolean hasVersions(Image image) {
        return em.createQuery("SELECT COUNT(v) FROM ImageVersion v WHERE v.image = :image", Long.class)
                        .setParameter("image", image)
                        .getSingleResult()
                > 0;
    }
}
