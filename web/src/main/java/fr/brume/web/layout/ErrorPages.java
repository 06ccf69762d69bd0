package fr.brume.web.layout;

import fr.brume.domain.account.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives a refusal its status 403, which an error page cannot do by itself; sends whoever must change the password there, and
 * whoever's page expired to a new one.
 */
@WebServlet({"/error/denied", "/error/expired"})
public class ErrorPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().endsWith("/expired")) {
            boolean known = request.getUserPrincipal() != null;
            response.sendRedirect(request.getContextPath() + (known ? "/" : "/login.xhtml?expired=true"));
            return;
        }
        if (request.isUserInRole(Role.Names.NEWCOMER)) {
            response.sendRedirect(request.getContextPath() + "/account/password.xhtml");
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher("/error/403.xhtml").forward(request, response);
    }
}
