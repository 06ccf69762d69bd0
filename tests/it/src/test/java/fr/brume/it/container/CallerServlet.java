package fr.brume.it.container;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The probe behind the portal's login. */
@WebServlet("/it/caller")
public class CallerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient CallerProbe probe;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(request.getRemoteUser() + " " + probe.report());
    }
}
