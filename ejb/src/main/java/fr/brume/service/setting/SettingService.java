package fr.brume.service.setting;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.setting.Setting;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** Reads and changes settings. None of them is secret, so everybody may read; the login page needs the language. */
@Stateless
@PermitAll
public class SettingService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /** The value chosen, or the usual one. */
    public String get(SettingKey key) {
        Setting setting = em.find(Setting.class, key.text());
        return setting == null ? key.usual() : setting.getValue();
    }

    /** The value of a setting of kind SECONDS. */
    public long seconds(SettingKey key) {
        return Long.parseLong(get(key));
    }

    /** The value of a setting of kind DAYS. */
    public Duration days(SettingKey key) {
        return Duration.ofDays(Long.parseLong(get(key)));
    }

    /** The value of a setting of kind BOOLEAN. */
    public boolean is(SettingKey key) {
        return Boolean.parseBoolean(get(key));
    }

    /** The language of loaders, agents and people who chose none. */
    public Locale siteLocale() {
        return Locale.forLanguageTag(get(SettingKey.SITE_LANGUAGE));
    }

    /** The zone in which moments are shown and typed. */
    public ZoneId siteZone() {
        return ZoneId.of(get(SettingKey.SITE_TIME_ZONE));
    }

    /** Changes a setting. */
    @RolesAllowed(ADMINISTRATOR)
    public void set(SettingKey key, String value) throws InvalidInputException {
        if (value == null || !key.kind().accepts(value)) {
            throw new InvalidInputException(Refusal.of(key.text(), "refusal.setting"));
        }
        Setting setting = em.find(Setting.class, key.text());
        if (setting == null) {
            em.persist(new Setting(key, value));
        } else {
            setting.choose(value);
        }
        audit.record(AuditAction.CHANGED, "setting " + key.text(), value);
    }
}
