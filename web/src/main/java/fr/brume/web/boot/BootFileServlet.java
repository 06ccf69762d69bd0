package fr.brume.web.boot;

import fr.brume.service.boot.BootFacade;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code GET /boot/file/NAME}: the files of the boot folder, whole. Sent without blocking a thread: a slow loader takes half a
 * minute for the environment, and a class room of them would take every thread that the portal has.
 */
@WebServlet(urlPatterns = "/boot/file/*", asyncSupported = true)
public class BootFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST = Duration.ofMinutes(30).toMillis();

    @Inject
    private transient BootFacade boot;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Path> file = file(request);
        if (file.isEmpty()) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such file");
            return;
        }
        describe(file.get(), response);
        AsyncContext async = request.startAsync();
        async.setTimeout(LONGEST);
        FileStream.start(file.get(), async);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Path> file = file(request);
        if (file.isEmpty()) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such file");
        } else {
            describe(file.get(), response);
        }
    }

    private Optional<Path> file(HttpServletRequest request) {
        return boot.file(request.getPathInfo(), request.getRemoteAddr());
    }

    private static void describe(Path file, HttpServletResponse response) throws IOException {
        boolean program = file.getFileName().toString().endsWith(".efi");
        response.setContentType(program ? "application/efi" : "application/octet-stream");
        response.setContentLengthLong(Files.size(file));
    }
}
