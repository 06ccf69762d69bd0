package fr.brume.service.image;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.setting.NightHours;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which version is to be read again, and what came of it; in short transactions. */
@Stateless
@RolesAllowed(SYSTEM)
public class VerificationService {
    private static final System.Logger LOG = System.getLogger(VerificationService.class.getName());

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    /**
     * A version to be read.
     *
     * @param path of its image
     * @param number of it
     * @param seal of it; empty for one from before there were seals
     */
    public record Order(String path, int number, String seal) {}

    /** What to read; empty when the version is gone or was never complete. */
    public Optional<Order> order(long versionId) {
        return Optional.ofNullable(em.find(ImageVersion.class, versionId))
                .filter(version -> version.getState() == VersionState.COMMITTED)
                .map(version -> new Order(version.getImage().getPath(), version.getNumber(), version.getSeal()));
    }

    /** Keeps what was found. A version that is gone meanwhile needs none. */
    public void record(long versionId, String seal, String damage) {
        ImageVersion version = em.find(ImageVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
        if (version == null) {
            return;
        }
        version.verified(damage, Instant.now());
        if (damage.isEmpty()) {
            version.seal(seal);
        } else {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Version {0} of image {1} is damaged: {2}",
                    version.getNumber(),
                    version.getImage().getName(),
                    damage);
        }
    }

    /**
     * The version whose turn it is at this moment, the one not looked at for longest and any without seal; empty by day, or when all were.
     *
     * @param resting those that are passed over
     */
    public Optional<Long> due(Instant now, Set<Long> resting) {
        long days = Long.parseLong(settings.get(SettingKey.IMAGE_VERIFY_DAYS));
        NightHours night =
                NightHours.of(settings.get(SettingKey.IMAGE_VERIFY_FROM), settings.get(SettingKey.IMAGE_VERIFY_UNTIL));
        if (days == 0 || !night.contains(now.atZone(settings.siteZone()).getHour())) {
            return Optional.empty();
        }
        return em.createQuery(
                        "SELECT v.id FROM ImageVersion v WHERE v.state = :state"
                                + " AND ((v.verification.at IS NULL AND (v.seal = '' OR v.committed < :limit))"
                                + " OR v.verification.at < :limit)"
                                + " ORDER BY COALESCE(v.verification.at, v.committed), v.id",
                        Long.class)
                .setParameter("state", VersionState.COMMITTED)
                .setParameter("limit", now.minus(Duration.ofDays(days)))
                .setMaxResults(1 + resting.size())
                .getResultStream()
                .filter(id -> !resting.contains(id))
                .findFirst();
    }
}
