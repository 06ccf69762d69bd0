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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /boot/once/ID.cpio}: the second initrd of a boot, with the ticket. */
@WebServlet("/boot/once/*")
public class TicketServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(TicketServlet.class.getName());
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9_-]{1,64})\\.cpio");
    private static final String CPIO = "application/octet-stream";

    @Inject
    private transient BootFacade boot;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> id = ticketId(request);
        if (id.isEmpty()) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such ticket");
            return;
        }
        try {
            byte[] archive = boot.ticketArchive(id.get(), request.getRemoteAddr(), request.getLocalAddr());
            PlainAnswer.send(response, CPIO, archive);
        } catch (FailureException e) {
            // The cause is in the task and in the audit trail; who may be an intruder learns nothing of it.
            PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such ticket");
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "No ticket for " + request.getRemoteAddr(), e);
            PlainAnswer.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again");
        }
    }

    /** UEFI firmware asks for the length first; that uses up nothing and tells nothing of any ticket. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(CPIO);
        response.setContentLength(boot.ticketArchiveLength(request.getLocalAddr()));
    }

    private static Optional<String> ticketId(HttpServletRequest request) {
        Matcher name = NAME.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }
}
