package fr.brume.service.image;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionRetention;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.TaskState;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes versions that are more than an image keeps. */
@Stateless
@RolesAllowed(SYSTEM)
public class RetentionService {
    private static final System.Logger LOG = System.getLogger(RetentionService.class.getName());

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    @Inject
    Event<ImageFolderLeft> folderLeft;

    /** The images whose versions have to be looked at. */
    public List<Long> images() {
        return em.createQuery("SELECT i.id FROM Image i ORDER BY i.id", Long.class)
                .getResultList();
    }

    /** Deletes what this image has too much of; the image stays locked until the end of the transaction. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public void apply(long imageId) {
        Image image = em.find(Image.class, imageId, LockModeType.PESSIMISTIC_WRITE);
        if (image == null) {
            return;
        }
        Integer own = image.getKeepVersions();
        int keep = own == null ? Integer.parseInt(settings.get(SettingKey.IMAGE_KEEP)) : own;
        List<ImageVersion> versions = em.createQuery(
                        "SELECT v FROM ImageVersion v WHERE v.image = :image", ImageVersion.class)
                .setParameter("image", image)
                .getResultList();
        ImageRemoval removal = new ImageRemoval(em);
        for (ImageVersion version :
                VersionRetention.surplus(versions, image.getCurrentVersion(), keep, inUse(image, versions))) {
            removal.forget(version);
            folderLeft.fire(ImageFolderLeft.of(version));
            LOG.log(
                    System.Logger.Level.INFO,
                    "Version {0} of image {1} is deleted: the image keeps {2}",
                    version.getNumber(),
                    image.getName(),
                    keep);
        }
    }

    /** Also the version that somebody went back to: what was captured since may be why. */
    private Set<Long> inUse(Image image, List<ImageVersion> versions) {
        Set<Long> used = new HashSet<>(em.createQuery(
                        "SELECT t.version.id FROM Task t WHERE t.version.image = :image AND t.state NOT IN :over",
                        Long.class)
                .setParameter("image", image)
                .setParameter("over", TaskState.over())
                .getResultList());
        versions.stream().filter(image::isChosen).map(ImageVersion::getId).forEach(used::add);
        return used;
    }
}
