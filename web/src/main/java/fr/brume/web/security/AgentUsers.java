package fr.brume.web.security;

import fr.brume.service.account.CallerRoles;
import fr.brume.service.agent.AgentFacade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * People who logged in at a machine: its agent asks for them below one path, with the key of its session. Nobody else is
 * known there, and nobody gets a session of the portal. Safe for threads.
 */
@ApplicationScoped
public class AgentUsers {
    private static final String PATH = "/agent/v1/user/";
    private static final String SCHEME = "Bearer ";

    @Inject
    private AgentFacade agents;

    boolean mayAsk(HttpServletRequest request) {
        return request.isSecure() && request.getRequestURI().startsWith(request.getContextPath() + PATH);
    }

    /** Who asks; empty when nobody logged in at that machine lately. */
    Optional<CallerRoles> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header -> agents.user(header.substring(SCHEME.length())));
    }
}
