package fr.brume.web.setting;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.setting.SettingService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Set;

/** A page that shows settings and saves them. */
@SuppressWarnings("serial") // injected proxies live as long as the view
public abstract class SettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Set<SettingKey> keys;
    private final String bundle;
    private final String page;

    @Inject
    private SettingService settings;

    @Inject
    private Notices notices;

    private SettingForm form;

    /**
     * A page of these settings.
     *
     * @param bundle of the page, with the text {@code updated}
     * @param page its own outcome
     */
    protected SettingsPage(Set<SettingKey> keys, String bundle, String page) {
        this.keys = keys;
        this.bundle = bundle;
        this.page = page;
    }

    @PostConstruct
    void open() {
        form = new SettingForm(settings.all(keys));
    }

    /** Saves and shows the settings anew; stays with the refusals beside their fields. */
    public String update() {
        try {
            settings.set(form.typed());
            saved();
            notices.done(bundle, "updated");
            return page + "?faces-redirect=true";
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    /** What else is to be done when the settings are saved. */
    protected void saved() {
        // Most settings are read when they are needed.
    }

    public SettingForm getForm() {
        return form;
    }
}
