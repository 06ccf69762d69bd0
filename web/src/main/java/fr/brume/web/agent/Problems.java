package fr.brume.web.agent;

import fr.brume.protocol.agent.Problem;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureText;
import fr.brume.service.agent.AgentFacade;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Refusals as agents read them: a status, the number of the failure, its text in the site's language. */
@ApplicationScoped
public class Problems {
    @Inject
    AgentFacade agents;

    /** The answer for this failure. */
    public Response answer(Failure failure, String... arguments) {
        return answer(failure, List.of(arguments));
    }

    /** The answer for this failure. */
    public Response answer(Failure failure, List<String> arguments) {
        Response.ResponseBuilder answer = Response.status(FailureStatus.of(failure))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(failure.code(), FailureText.of(failure, arguments, locale())));
        if (failure == Failure.UNAUTHORISED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    /** The answer to a body of more bytes than this. */
    public Response tooLong(long limit) {
        return answer(Failure.LIMIT_EXCEEDED, Long.toString(limit));
    }

    private Locale locale() {
        try {
            return agents.locale();
        } catch (EJBException databaseAway) {
            return Locale.FRENCH;
        }
    }
}
