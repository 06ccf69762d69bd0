package fr.brume.web.account;

import fr.brume.service.account.CredentialService;
import fr.brume.web.layout.Language;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/** Asks who somebody is. Says the same whatever was wrong, so that nobody learns which names exist. */
@Named("login")
@RequestScoped
public class Login {
    @Inject
    private Authentication authentication;

    @Inject
    private CredentialService credentials;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Language language;

    private String user;
    private String password;

    /** Logs in and goes to the page that was asked for first. */
    public void enter() throws ServletException, IOException {
        if (!authentication.login(user, password)) {
            Duration waiting = credentials.waiting(request.getRemoteAddr());
            if (waiting.isZero()) {
                notices.error("account.Login", "refused");
            } else {
                notices.error("account.Login", "waiting", waiting.toSeconds() + 1);
            }
        }
    }

    /** Shows the page anew in the language just chosen. */
    public void languageChosen() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect("login.xhtml");
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
