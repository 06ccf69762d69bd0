package fr.brume.service.setting;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusals;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.setting.Setting;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads and changes settings. None of them is secret, so everybody may read; the login page needs the language. */
@Stateless
@PermitAll
public class SettingService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    Event<SettingChanged> changed;

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

    /** The values of these settings, chosen or usual, by one query. */
    public Map<SettingKey, String> all(Set<SettingKey> keys) {
        Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
        keys.forEach(key -> values.put(key, key.usual()));
        em.createQuery("SELECT s FROM Setting s", Setting.class)
                .getResultStream()
                .forEach(setting -> SettingKey.of(setting.getName())
                        .filter(keys::contains)
                        .ifPresent(key -> values.put(key, setting.getValue())));
        return values;
    }

    /** Changes a setting. */
    @RolesAllowed(ADMINISTRATOR)
    public void set(SettingKey key, String value) throws InvalidInputException {
        set(Map.of(key, value == null ? "" : value));
    }

    /** Changes those of these settings whose values are new; refuses all when one is wrong, beside the input of its name. */
    @RolesAllowed(ADMINISTRATOR)
    public void set(Map<SettingKey, String> values) throws InvalidInputException {
        Map<SettingKey, String> wanted = new EnumMap<>(values);
        Refusals refusals = new Refusals();
        wanted.forEach((key, value) -> refusals.refuseIf(!key.kind().accepts(value), key.field(), "refusal.setting"));
        refusals.orThrow();
        Map<SettingKey, String> before = all(wanted.keySet());
        wanted.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                choose(key, value);
            }
        });
    }

    /** Moves a counter on; nobody's choice, so the audit trail does not tell it. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public void count(SettingKey counter, long next) {
        Setting setting = em.find(Setting.class, counter.text(), LockModeType.PESSIMISTIC_WRITE);
        if (setting == null) {
            em.persist(new Setting(counter, Long.toString(next)));
        } else {
            setting.choose(Long.toString(next));
        }
    }

    private void choose(SettingKey key, String value) {
        Setting setting = em.find(Setting.class, key.text());
        if (setting == null) {
            em.persist(new Setting(key, value));
        } else {
            setting.choose(value);
        }
        audit.record(AuditAction.CHANGED, "setting " + key.text(), value);
        changed.fire(new SettingChanged(key));
    }
}
