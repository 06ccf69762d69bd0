package fr.brume.web.agent;

import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.agent.AgentFacade;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Where a ticket becomes a session. */
@RequestScoped
@Path("session")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    @Inject
    AgentFacade agents;

    @Context
    HttpServletRequest http;

    @POST
    public Session open(SessionRequest request) throws FailureException {
        return agents.open(Messages.required(request), http.getRemoteAddr());
    }
}
