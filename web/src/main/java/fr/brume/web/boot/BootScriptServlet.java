package fr.brume.web.boot;

import fr.brume.protocol.fault.FailureException;
import fr.brume.service.boot.BootFacade;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /boot/ipxe}: what this machine does next, as an iPXE script. */
@WebServlet("/boot/ipxe")
public class BootScriptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(BootScriptServlet.class.getName());
    private static final String TEXT = "text/plain;charset=US-ASCII";

    @Inject
    private transient BootFacade boot;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> parameters = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
        try {
            String script = boot.script(parameters, request.getRemoteAddr(), request.getLocalAddr());
            PlainAnswer.send(response, TEXT, script.getBytes(StandardCharsets.US_ASCII));
        } catch (FailureException e) {
            refuse(response, e);
        } catch (EJBException e) {
            // The loader asks again by itself; the database may be back by then.
            LOG.log(Level.WARNING, "No boot script for " + request.getRemoteAddr(), e);
            PlainAnswer.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again");
        }
    }

    private static void refuse(HttpServletResponse response, FailureException cause) throws IOException {
        if (cause.failure().retriable()) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again");
        } else {
            PlainAnswer.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "Bad parameter: " + cause.arguments());
        }
    }

    /** Says that a script is there without making one: a script may cost a ticket. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(TEXT);
    }
}
