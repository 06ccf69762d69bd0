package fr.brume.web.boot;

import fr.brume.service.boot.menu.MenuBackground;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code GET /boot/background.png}: the picture behind the boot menu, for whoever wants to see it. Loaders take the same file
 * below {@code /boot/file} and by TFTP.
 */
@WebServlet(urlPatterns = "/boot/background.png", asyncSupported = true)
public class BackgroundServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST = 60_000;

    @Inject
    private transient MenuBackground background;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Path> file = describe(response);
        if (file.isPresent()) {
            AsyncContext async = request.startAsync();
            async.setTimeout(LONGEST);
            FileStream.start(file.get(), async);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        describe(response);
    }

    private Optional<Path> describe(HttpServletResponse response) throws IOException {
        Optional<Path> file = background.file();
        if (file.isEmpty()) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No background");
            return file;
        }
        response.setContentType("image/png");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLengthLong(Files.size(file.get()));
        return file;
    }
}
