package fr.brume.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths that machines call. On them nobody logs in and no session may come into being: thousands call at once. */
final class MachinePaths {
    private static final List<String> PREFIXES = List.of("/boot/", "/grub/", "/agent/", "/health/");

    private static final List<String> LOADERS = List.of("UefiHttpBoot/", "GRUB ", "iPXE/");

    private MachinePaths() {}

    /** Whether firmware or a loader asks, by what it calls itself: it can neither log in nor read a redirection without a body. */
    static boolean isLoader(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent != null && LOADERS.stream().anyMatch(agent::startsWith);
    }

    static boolean contains(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
