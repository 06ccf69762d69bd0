package fr.brume.web.layout;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.primefaces.context.PrimeFacesContext;

/**
 * Lets a form be sent by a browser without scripts: only a script adds the nonce of the page to the form, and PrimeFaces fails
 * where it is missing, except in a forward. The answer is then a whole page with a nonce of its own.
 */
public class FormsWithoutScript implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final String NONCE = "primefaces.nonce";

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        UIViewRoot view = faces.getViewRoot();
        if (view == null
                || !faces.isPostback()
                || faces.getPartialViewContext().isAjaxRequest()
                || faces.getExternalContext().getRequestParameterMap().containsKey(NONCE)) {
            return;
        }
        view.getViewMap().remove(NONCE);
        view.getViewMap().put(NONCE, freshNonce(faces));
    }

    private static String freshNonce(FacesContext faces) {
        Map<String, Object> request = faces.getExternalContext().getRequestMap();
        Object forwarded = request.put(RequestDispatcher.FORWARD_REQUEST_URI, NONCE);
        try {
            return PrimeFacesContext.getCspState(faces).getNonce();
        } finally {
            if (forwarded == null) {
                request.remove(RequestDispatcher.FORWARD_REQUEST_URI);
            } else {
                request.put(RequestDispatcher.FORWARD_REQUEST_URI, forwarded);
            }
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }
}
