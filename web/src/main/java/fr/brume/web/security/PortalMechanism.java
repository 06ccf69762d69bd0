package fr.brume.web.security;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.VALID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The portal's form login, kept in the session. Hidden from the container by its type, because an application has only one
 * mechanism: {@link BrumeMechanism} calls it. Safe for threads.
 */
@ApplicationScoped
@Typed(PortalMechanism.class)
@AutoApplySession
@LoginToContinue(loginPage = "/login.xhtml", errorPage = "", useForwardToLogin = false)
public class PortalMechanism implements HttpAuthenticationMechanism {
    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var credential = context.getAuthParameters().getCredential();
        if (credential == null) {
            return context.doNothing();
        }
        var result = stores.validate(credential);
        if (result.getStatus() == VALID && request.getSession(false) != null) {
            // The container keeps the id that the browser had before login; an id planted by someone else must not
            // survive.
            request.changeSessionId();
        }
        return context.notifyContainerAboutLogin(result);
    }
}
