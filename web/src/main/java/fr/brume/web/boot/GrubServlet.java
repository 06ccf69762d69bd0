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

/**
 * {@code GET /grub/...}: what GRUB reads when it came by UEFI HTTP Boot. It asks for the length of each file first, and believes it:
 * so a HEAD is answered with the length that the GET will have, and issues no ticket.
 */
@WebServlet("/grub/*")
public class GrubServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(GrubServlet.class.getName());
    private static final String TEXT = "text/plain;charset=US-ASCII";

    @Inject
    private transient BootFacade boot;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, false);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean forLengthOnly)
            throws IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        try {
            Optional<byte[]> file = boot.grub(path, forLengthOnly, request.getRemoteAddr(), request.getLocalAddr());
            if (file.isPresent()) {
                PlainAnswer.send(response, TEXT, file.get());
            } else {
                PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such file");
            }
        } catch (FailureException e) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again");
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "No configuration of GRUB for " + request.getRemoteAddr(), e);
            PlainAnswer.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again");
        }
    }
}
