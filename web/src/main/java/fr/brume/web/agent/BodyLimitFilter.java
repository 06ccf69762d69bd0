package fr.brume.web.agent;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses bodies that no agent sends, by what they say of their length and by what then comes. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 50)
public class BodyLimitFilter implements ContainerRequestFilter {
    /** An inventory with every file of DMI. */
    static final int USUAL = 256 << 10;
    /** The manifest and the side files of a capture. */
    static final int CAPTURE = 4 << 20;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request) {
        int limit = request.getUriInfo().getPath().replaceFirst("^/", "").startsWith("capture") ? CAPTURE : USUAL;
        if (request.getLength() > limit) {
            request.abortWith(problems.tooLong(limit));
        } else {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
        }
    }
}
