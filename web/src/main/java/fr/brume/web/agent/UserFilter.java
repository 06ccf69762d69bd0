package fr.brume.web.agent;

import fr.brume.protocol.fault.Failure;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses in words where nobody logged in at the machine; what each person may do, the services say. */
@Provider
@WithUser
@Priority(Priorities.AUTHORIZATION)
public class UserFilter implements ContainerRequestFilter {
    @Inject
    Problems problems;

    @Context
    HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        if (http.getUserPrincipal() == null) {
            request.abortWith(problems.answer(Failure.LOGIN_REQUIRED));
        }
    }
}
