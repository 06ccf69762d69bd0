package fr.brume.web.layout;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.account.User;
import fr.brume.service.account.AccountService;
import fr.brume.service.setting.SettingService;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The language of one visitor: what they chose, else what their account says, else their browser's, else the site's.
 */
@Named("language")
@SessionScoped
@SuppressWarnings("serial") // the service is a proxy that the container can serialise
public class Language implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(Language.class.getName());
    private static final List<String> KNOWN = List.of("fr", "en");

    @Inject
    private SettingService settings;

    @Inject
    private AccountService accounts;

    private String choice;
    private boolean deliberate;
    private boolean agreed;

    public Locale getLocale() {
        return Locale.forLanguageTag(getChoice());
    }

    /** {@code fr} or {@code en}. */
    public String getChoice() {
        if (choice == null) {
            choice = preferred();
        }
        if (!agreed && FacesContext.getCurrentInstance().getExternalContext().getRemoteUser() != null) {
            agreeWithAccount();
        }
        return choice;
    }

    /** What the visitor picked; anything unknown is passed over. */
    public void setChoice(String language) {
        if (language != null && KNOWN.contains(language) && !language.equals(choice)) {
            choice = language;
            deliberate = true;
        }
    }

    /** Brings visit and account together, once after login: what was picked at login is kept, else the account's is taken. */
    private void agreeWithAccount() {
        agreed = true;
        if (!deliberate) {
            accounts.current().map(User::getLocale).filter(KNOWN::contains).ifPresent(l -> choice = l);
            return;
        }
        try {
            accounts.prefer(choice);
        } catch (InvalidInputException e) {
            LOG.log(Level.DEBUG, "The account keeps its language", e);
        }
    }

    private String preferred() {
        FacesContext faces = FacesContext.getCurrentInstance();
        // Without the header a container reports the locale of the server, which says nothing about the visitor.
        if (faces.getExternalContext().getRequestHeaderMap().get("Accept-Language") != null) {
            for (Iterator<Locale> wanted = faces.getExternalContext().getRequestLocales(); wanted.hasNext(); ) {
                String language = wanted.next().getLanguage();
                if (KNOWN.contains(language)) {
                    return language;
                }
            }
        }
        return settings.siteLocale().getLanguage();
    }
}
