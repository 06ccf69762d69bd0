package fr.brume.web.account;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes the request's caller the one whose name and password are given. */
@RequestScoped
public class Authentication {
    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    /**
     * Logs in and redirects: to the page that was asked for before the login, else to the dashboard.
     *
     * @return whether name and password were right; when not, nobody is logged in any more
     */
    public boolean login(String user, String password) throws ServletException, IOException {
        if (request.getUserPrincipal() != null) {
            // Without this a session that is logged in answers with its old caller, whatever the password.
            request.logout();
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                withParams().credential(new UsernamePasswordCredential(user, new Password(password))));
        if (status == AuthenticationStatus.SEND_CONTINUE) {
            faces.responseComplete();
            return true;
        }
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(external.getRequestContextPath() + "/dashboard/dashboard.xhtml");
            return true;
        }
        return false;
    }
}
