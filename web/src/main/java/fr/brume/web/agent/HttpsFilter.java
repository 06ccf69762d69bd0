package fr.brume.web.agent;

import fr.brume.protocol.fault.Failure;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses plain HTTP: a key that went over the network in clear is not one. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class HttpsFilter implements ContainerRequestFilter {
    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getSecurityContext().isSecure()) {
            request.abortWith(problems.answer(Failure.PROTOCOL_ERROR, "HTTPS"));
        }
    }
}
