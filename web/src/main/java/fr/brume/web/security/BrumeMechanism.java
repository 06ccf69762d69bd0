package fr.brume.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The one mechanism of the application: chooses by path how a caller proves who they are. Machines under {@code /boot}, {@code /grub},
 * {@code /agent} and {@code /health} bring their own proof and never get a session; some of it is asked in the name of a person
 * who logged in at the machine ({@link AgentUsers}); everything else is the portal. Another way
 * in, such as bearer tokens, is another branch here. Safe for threads.
 */
@ApplicationScoped
public class BrumeMechanism implements HttpAuthenticationMechanism {
    private static final String LOGIN_PAGE = "/login.xhtml";

    @Inject
    private PortalMechanism portal;

    @Inject
    private AgentUsers users;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (users.mayAsk(request) && !context.isProtected()) {
            return users.of(request)
                    .map(user -> context.notifyContainerAboutLogin(user.login(), user.roles()))
                    .orElseGet(context::doNothing);
        }
        if (MachinePaths.contains(request) && !context.isProtected()) {
            return context.doNothing();
        }
        if (context.isProtected() && MachinePaths.isLoader(request)) {
            return noSuchFile(response);
        }
        if (isExpiredAjax(request, context)) {
            AjaxRedirect.send(request, response, LOGIN_PAGE);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return portal.validateRequest(request, response, context);
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return portal.secureResponse(request, response, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        portal.cleanSubject(request, response, context);
    }

    /** UEFI firmware waits for ever after an answer without a body, which the redirection to the login page is. */
    private static AuthenticationStatus noSuchFile(HttpServletResponse response) throws AuthenticationException {
        byte[] body = "No such file\n".getBytes(StandardCharsets.US_ASCII);
        try {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=US-ASCII");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException gone) {
            throw new AuthenticationException("the loader went away", gone);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** A browser's script follows a 302 unseen and gets the login page as if it were data, so it is told in its own words. */
    private static boolean isExpiredAjax(HttpServletRequest request, HttpMessageContext context) {
        return AjaxRedirect.applies(request)
                && context.isProtected()
                && request.getUserPrincipal() == null
                && context.getAuthParameters().getCredential() == null;
    }
}
