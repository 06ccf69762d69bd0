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

    /** Shows each refusal beside the input whose id is the refused field; above the page where it has none. */
    public void refuse(InvalidInputException refused) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Refusal refusal : refused.refusals()) {
            UIComponent input = refusal.field().isEmpty() ? null : find(faces.getViewRoot(), refusal.field());
            if (input instanceof EditableValueHolder holder) {
                holder.setValid(false);
            }
            String text = Messages.text(texts.currentLocale(), refusal);
            faces.addMessage(
                    input == null ? null : input.getClientId(faces),
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        faces.validationFailed();
    }

    /** Says that something was done; stays for the page after a redirect. */
    public void done(String page, String key, Object... values) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        add(FacesMessage.SEVERITY_INFO, texts.say(page, key, values));
    }

    /** Says above the page why something was not done. */
    public void error(String page, String key, Object... values) {
        add(FacesMessage.SEVERITY_ERROR, texts.say(page, key, values));
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
