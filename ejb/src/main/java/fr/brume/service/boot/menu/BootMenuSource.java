package fr.brume.service.boot.menu;

import fr.brume.boot.plan.BootMenu;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.service.setting.SettingChanged;
import fr.brume.service.setting.SettingService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * The boot menu, kept in memory so that a class of machines that starts at once reads it from the database once: by two queries.
 * A change made on this server shows at once, one made on another within seconds. Safe for threads.
 */
@ApplicationScoped
public class BootMenuSource {
    /** How long another server's change may stay unseen. */
    static final Duration OLDEST = Duration.ofSeconds(5);

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    @Inject
    MenuBackground background;

    private final InstantSource clock = InstantSource.system();
    private BootMenuContent content;
    private Instant read = Instant.MIN;
    private long changes;

    /** The menu in this language. */
    public BootMenu menu(Locale locale) {
        return current().menu(locale);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BootMenuChanged menu) {
        forget();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged setting) {
        forget();
    }

    private synchronized void forget() {
        content = null;
        changes++;
    }

    private BootMenuContent current() {
        long before;
        synchronized (this) {
            if (content != null && clock.instant().isBefore(read.plus(OLDEST))) {
                return content;
            }
            before = changes;
        }
        BootMenuContent fresh = read();
        synchronized (this) {
            // What was changed while this was being read must not be kept as it was before.
            if (before == changes) {
                content = fresh;
                read = clock.instant();
            }
        }
        return fresh;
    }

    private BootMenuContent read() {
        List<BootMenuEntry> entries = em.createQuery(
                        "SELECT e FROM BootMenuEntry e WHERE e.enabled = TRUE ORDER BY e.position, e.id",
                        BootMenuEntry.class)
                .getResultList();
        return new BootMenuContent(entries, settings.all(BootMenuContent.SETTINGS), background.name());
    }
}
