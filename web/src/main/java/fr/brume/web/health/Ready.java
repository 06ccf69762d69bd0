package fr.brume.web.health;

import fr.brume.service.link.Listeners;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 200 once the database is migrated and the sockets that face the machines were opened, else 503. A single port that
 * could not be had is for the dashboard to say.
 */
@WebServlet("/health/ready")
public class Ready extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Listeners listeners;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ready = listeners.ready();
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("{\"status\":\"" + (ready ? "UP" : "DOWN") + "\"}");
    }
}
