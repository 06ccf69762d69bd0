package fr.brume.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths that machines call. On them nobody logs in and no session may come into being: thousands call at once. */
final class MachinePaths {
    private static final List<String> PREFIXES = List.of("/boot/", "/agent/", "/health/");

    private MachinePaths() {}

    static boolean contains(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
