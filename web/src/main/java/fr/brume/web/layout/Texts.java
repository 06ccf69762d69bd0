package fr.brume.web.layout;

import fr.brume.domain.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of pages, in the language of the view. Looks bundles up itself because Faces would fall back from English to the
 * language of the server's own system. Safe for threads.
 */
@Named("texts")
@ApplicationScoped
public class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The bundle of one page, named below {@code fr.brume.web}, such as {@code host.HostList}. */
    public ResourceBundle of(String page) {
        return of(page, currentLocale());
    }

    /** The bundle of one page in a language. */
    public ResourceBundle of(String page, Locale locale) {
        return ResourceBundle.getBundle("fr.brume.web." + page, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    /** A text of one page with its values, which are formatted for the language. */
    public String say(String page, String key, Object... values) {
        return format(of(page).getString(key), values);
    }

    /** A text that has placeholders, filled. */
    public String format(String pattern, Object... values) {
        return new MessageFormat(pattern, currentLocale()).format(values);
    }

    /** A text of the domain, such as the name of a task's state. */
    public String domain(String key) {
        return Messages.text(currentLocale(), key);
    }

    /** The language of the view that is being made. */
    public Locale currentLocale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null
                ? Locale.FRENCH
                : faces.getViewRoot().getLocale();
    }
}
