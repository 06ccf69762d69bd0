package fr.brume.web.agent;

import fr.brume.protocol.fault.Failure;
import fr.brume.service.agent.PassingTrouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * Answers everything else: what could not be read as a message is the agent's fault; a database that is away or had two writers
 * will do the same request later; the rest is ours and goes to the log with its trace, never to a machine.
 */
@Provider
public class AnyExceptionMapper implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger(AnyExceptionMapper.class.getName());

    @Inject
    Problems problems;

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() < 500) {
            Response problem = problems.answer(Failure.PROTOCOL_ERROR, "HTTP");
            return Response.fromResponse(problem)
                    .status(refusal.getResponse().getStatus())
                    .build();
        }
        TooLongException tooLong = TooLongException.behind(exception);
        if (tooLong != null) {
            return problems.tooLong(tooLong.limit());
        }
        if (exception instanceof ProcessingException || exception instanceof IOException) {
            return problems.answer(Failure.PROTOCOL_ERROR, "JSON");
        }
        if (PassingTrouble.isBehind(exception)) {
            LOG.log(Level.WARNING, "An agent is told to try again", exception);
            return problems.answer(Failure.BUSY);
        }
        LOG.log(Level.ERROR, "A request of an agent failed", exception);
        return problems.answer(Failure.INTERNAL);
    }
}
