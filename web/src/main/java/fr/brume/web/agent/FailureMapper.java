package fr.brume.web.agent;

import fr.brume.protocol.fault.FailureException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a failure that a service named. */
@Provider
public class FailureMapper implements ExceptionMapper<FailureException> {
    @Inject
    Problems problems;

    @Override
    public Response toResponse(FailureException failure) {
        return problems.answer(failure.failure(), failure.arguments());
    }
}
