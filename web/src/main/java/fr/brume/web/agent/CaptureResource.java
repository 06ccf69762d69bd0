package fr.brume.web.agent;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.agent.AgentFacade;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The staged version of a capture: opened before the first region is sent, committed after the last. */
@RequestScoped
@Path("capture")
@WithSession
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CaptureResource {
    @Inject
    AgentFacade agents;

    @Context
    SecurityContext security;

    @POST
    public void begin(CaptureRequest request) throws FailureException {
        agents.beginCapture(session(), Messages.required(request));
    }

    @POST
    @Path("commit")
    public CommitAnswer commit(CaptureRequest request) throws FailureException {
        return agents.commitCapture(session(), Messages.required(request));
    }

    private String session() {
        return security.getUserPrincipal().getName();
    }
}
