package fr.brume.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a Faces script elsewhere: the partial response that makes the page itself go there. */
public final class AjaxRedirect {
    private AjaxRedirect() {}

    /** Whether this request comes from a Faces script. */
    public static boolean applies(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** Answers with a redirect to a path of the application, which must need no escaping in XML. */
    public static void send(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + request.getContextPath() + path + "\"/></partial-response>");
            response.getWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
