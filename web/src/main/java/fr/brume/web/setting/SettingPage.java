package fr.brume.web.setting;

import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.setting.Keymaps;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.agent.ComparisonMode;
import fr.brume.protocol.agent.FreeSpaceMode;
import fr.brume.protocol.agent.VerificationMode;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The settings of the site: language, how machines register themselves, their screens, images, tasks, what is kept. */
@Named("siteSettings")
@ViewScoped
public class SettingPage extends SettingsPage {
    private static final long serialVersionUID = 1L;
    private static final Set<SettingKey> KEYS = EnumSet.of(
            SettingKey.SITE_LANGUAGE,
            SettingKey.SITE_TIME_ZONE,
            SettingKey.AUDIT_DAYS,
            SettingKey.REGISTRATION_NAME,
            SettingKey.REGISTRATION_NEXT_NUMBER,
            SettingKey.REGISTRATION_IMAGE,
            SettingKey.REGISTRATION_GROUP,
            SettingKey.REGISTRATION_DEPLOY,
            SettingKey.REGISTRATION_LOGIN,
            SettingKey.REGISTRATION_PENDING,
            SettingKey.CLIENT_KEYMAP,
            SettingKey.CLIENT_LOGIN_LIFE,
            SettingKey.IMAGE_COMPARISON,
            SettingKey.IMAGE_READ_BACK,
            SettingKey.IMAGE_FREE_SPACE,
            SettingKey.IMAGE_CHANGES,
            SettingKey.IMAGE_ADAPT_LEVEL,
            SettingKey.IMAGE_KEEP,
            SettingKey.IMAGE_VERIFY_DAYS,
            SettingKey.IMAGE_VERIFY_FROM,
            SettingKey.IMAGE_VERIFY_UNTIL,
            SettingKey.DEPLOY_NAME,
            SettingKey.TRANSFER_TLS,
            SettingKey.TASK_MEGABITS,
            SettingKey.TASK_SILENCE,
            SettingKey.TASK_WAKE,
            SettingKey.TASK_TRUST);

    public SettingPage() {
        super(KEYS, "setting.SettingPage", "/setting/settings");
    }

    public TrustLevel[] getTrustLevels() {
        return TrustLevel.values();
    }

    public List<String> getKeymaps() {
        return Keymaps.ALL;
    }

    /** Places, not offsets: only those know of summer time. */
    public List<String> getTimeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    public ComparisonMode[] getComparisons() {
        return ComparisonMode.values();
    }

    public VerificationMode[] getReadingsBack() {
        return VerificationMode.values();
    }

    public FreeSpaceMode[] getFreeSpaces() {
        return FreeSpaceMode.values();
    }
}
