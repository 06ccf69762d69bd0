package fr.brume.web.layout;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Messages;
import fr.brume.domain.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Iterator;

/** Says to the user what happened: a refusal beside its field, success above the page that comes next. */
@ApplicationScoped
public class Notices {
    @Inject
    private Texts texts;

    /**
     * Makes a change, or shows why it is refused, as {@link #refuse} does.
     *
     * @return whether it was made
     */
    public boolean accepted(Change change) {
        try {
            change.make();
            return true;
        } catch (InvalidInputException e) {
            refuse(e);
            return false;
        }
    }

    /**
     * Makes a change and says above the page that comes next that it was done; stays with the refusals where it is refused.
     *
     * @param next where a redirect goes
     * @return next, or null to stay
     */
    public String goOn(String next, String page, String key, Change change) {
        if (!accepted(change)) {
            return null;
        }
        done(page, key);
        return next;
    }

    /** Shows each refusal beside the input whose id is the refused field; above the page where it has none. */
    public void refuse(InvalidInputException refused) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Refusal refusal : refused.refusals()) {
            UIComponent input = refusal.field().isEmpty() ? null : find(faces.getViewRoot(), refusal.field());
            if (input instanceof EditableValueHolder holder) {
                mark(holder);
            }
            String text = Messages.text(texts.currentLocale(), refusal);
            faces.addMessage(
                    input == null ? null : input.getClientId(faces),
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        faces.validationFailed();
    }

    /** Shows each refusal above the page: what was refused has no input of its own. */
    public void refuseAbove(InvalidInputException refused) {
        refused.refusals().forEach(r -> add(FacesMessage.SEVERITY_ERROR, Messages.text(texts.currentLocale(), r)));
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** Says above the page that comes after a redirect that something was done. */
    public void done(String page, String key, Object... values) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        doneHere(page, key, values);
    }

    /** Says above this page that something was done. */
    public void doneHere(String page, String key, Object... values) {
        add(FacesMessage.SEVERITY_INFO, texts.say(page, key, values));
    }

    /** Says above the page why something was not done. */
    public void error(String page, String key, Object... values) {
        add(FacesMessage.SEVERITY_ERROR, texts.say(page, key, values));
    }

    /** Marks an input as wrong and keeps what was typed in it, which Faces would show as empty from here on. */
    private static void mark(EditableValueHolder input) {
        Object typed = input.getValue();
        if (typed instanceof String || typed instanceof Number || typed instanceof Enum<?>) {
            input.setSubmittedValue(typed.toString());
            input.setValid(false);
        }
    }

    private static void add(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, text));
    }

    private static UIComponent find(UIComponent parent, String id) {
        for (Iterator<UIComponent> all = parent.getFacetsAndChildren(); all.hasNext(); ) {
            UIComponent child = all.next();
            UIComponent found = id.equals(child.getId()) ? child : find(child, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
