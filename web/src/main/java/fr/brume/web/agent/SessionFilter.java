package fr.brume.web.agent;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.agent.AgentFacade;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets only agents through that show the key of an open session; the caller's name is then the id of the session. */
@Provider
@WithSession
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    AgentFacade agents;

    @Inject
    Problems problems;

    @Context
    HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String bearer = header != null && header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : "";
        try {
            String sessionId = agents.authenticate(bearer, http.getRemoteAddr());
            request.setSecurityContext(new SessionSecurity(sessionId));
        } catch (FailureException e) {
            request.abortWith(problems.answer(Failure.UNAUTHORISED));
        }
    }
}
