package fr.brume.service.agent;

import fr.brume.domain.Messages;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.protocol.agent.ImageChoice;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;

/** The images that a person at a machine may choose from. */
@Dependent
public class ImageChoices {
    /** More cannot be looked through on a text console. */
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    /** The enabled ones by name. */
    public List<ImageChoice> enabled() {
        Locale locale = settings.siteLocale();
        return em.createQuery(
                        "SELECT i FROM Image i LEFT JOIN FETCH i.currentVersion v WHERE i.enabled = TRUE"
                                + " ORDER BY i.nameKey",
                        Image.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(image -> choice(image, locale))
                .toList();
    }

    /** Those that can be deployed now. */
    public List<ImageChoice> deployable() {
        return enabled().stream().filter(image -> image.bytes() > 0).toList();
    }

    private static ImageChoice choice(Image image, Locale locale) {
        ImageVersion version = image.getCurrentVersion();
        String system = Messages.text(locale, image.getOperatingSystem().key());
        long bytes = version == null ? 0 : Math.max(1, version.getSizeOnClient());
        return new ImageChoice(image.getId(), image.getName(), system, bytes);
    }
}
