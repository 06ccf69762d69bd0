package fr.brume.web.boot;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;

/** Turns away what no loader sends: long URLs, bodies, and too many requests from one address. */
@WebFilter(
        urlPatterns = {"/boot/*", "/grub/*"},
        asyncSupported = true)
public class BootLimitFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUERY = 1024;
    private static final int LONGEST_PATH = 512;
    private static final long LONGEST_BODY = 4 << 20;
    private static final int BURST = 120;
    private static final int PER_SECOND = 20;
    private static final int MOST_CLIENTS = 8192;

    private final transient TokenBuckets buckets =
            new TokenBuckets(InstantSource.system(), BURST, PER_SECOND, MOST_CLIENTS);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (request.getRequestURI().length() > LONGEST_PATH || query != null && query.length() > LONGEST_QUERY) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_REQUEST_URI_TOO_LONG, "URL too long");
        } else if (request.getContentLengthLong() > LONGEST_BODY) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "Body too long");
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            PlainAnswer.refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "GET and HEAD only");
        } else if (!buckets.take(request.getRemoteAddr())) {
            response.setHeader("Retry-After", "1");
            PlainAnswer.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many requests");
        } else {
            chain.doFilter(request, response);
        }
    }
}
