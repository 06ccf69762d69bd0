package fr.brume.web.layout;

import fr.brume.domain.account.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives refusals their status, which an error page cannot do by itself; sends whoever must change the password there, and
 * whoever's page expired to a new one. {@code undertow-handlers.conf} sends here, before anybody reads it as a form, what is longer
 * than 4.2 MB or of a length that is not said; machines have limits of their own.
 */
@WebServlet({"/error/denied", "/error/expired", "/error/tooLong"})
public class ErrorPages extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(ErrorPages.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().endsWith("/expired")) {
            boolean known = request.getUserPrincipal() != null;
            response.sendRedirect(request.getContextPath() + (known ? "/" : "/login.xhtml?expired=true"));
            return;
        }
        if (request.getServletPath().endsWith("/tooLong")) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            request.getRequestDispatcher("/error/413.xhtml").forward(request, response);
            return;
        }
        if (request.isUserInRole(Role.Names.NEWCOMER)) {
            response.sendRedirect(request.getContextPath() + "/account/password.xhtml");
            return;
        }
        LOG.log(System.Logger.Level.INFO, "{0} was refused what they asked for", request.getRemoteUser());
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher("/error/403.xhtml").forward(request, response);
    }
}
