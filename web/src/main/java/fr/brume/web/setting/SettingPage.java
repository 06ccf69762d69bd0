package fr.brume.web.setting;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.setting.Keymaps;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.setting.SettingService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The settings of the site: language, how machines register themselves, their screens, tasks, what is kept. */
@Named("siteSettings")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class SettingPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<SettingKey> KEYS = EnumSet.of(
            SettingKey.SITE_LANGUAGE,
            SettingKey.SITE_TIME_ZONE,
            SettingKey.AUDIT_DAYS,
            SettingKey.REGISTRATION_NAME,
            SettingKey.REGISTRATION_NEXT_NUMBER,
            SettingKey.REGISTRATION_IMAGE,
            SettingKey.REGISTRATION_DEPLOY,
            SettingKey.REGISTRATION_LOGIN,
            SettingKey.CLIENT_KEYMAP,
            SettingKey.CLIENT_LOGIN_LIFE,
            SettingKey.TASK_SILENCE,
            SettingKey.TASK_WAKE);

    @Inject
    private SettingService settings;

    @Inject
    private Notices notices;

    private SettingForm form;

    @PostConstruct
    void open() {
        form = new SettingForm(settings.all(KEYS));
    }

    /** Saves and shows the settings anew; stays with the refusals beside their fields. */
    public String update() {
        try {
            settings.set(form.typed());
            notices.done("setting.SettingPage", "updated");
            return "/setting/settings?faces-redirect=true";
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public SettingForm getForm() {
        return form;
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
}
