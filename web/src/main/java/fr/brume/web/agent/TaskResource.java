package fr.brume.web.agent;

import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.ProgressAnswer;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.ResultReport;
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

/** What an agent tells and asks from its inventory to the end of its task. */
@RequestScoped
@Path("")
@WithSession
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {
    @Inject
    AgentFacade agents;

    @Context
    SecurityContext security;

    @POST
    @Path("inventory")
    @Consumes(MediaType.APPLICATION_JSON)
    public InventoryAnswer inventory(InventoryReport report) throws FailureException {
        return agents.inventory(session(), Messages.required(report));
    }

    @POST
    @Path("check-in")
    public CheckInAnswer checkIn() throws FailureException {
        return agents.checkIn(session());
    }

    @POST
    @Path("confirmation")
    public ConfirmationCode confirmationCode() throws FailureException {
        return agents.confirmationCode(session());
    }

    @POST
    @Path("progress")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProgressAnswer progress(ProgressReport report) throws FailureException {
        return agents.progress(session(), Messages.required(report));
    }

    @POST
    @Path("result")
    @Consumes(MediaType.APPLICATION_JSON)
    public void result(ResultReport report) throws FailureException {
        agents.result(session(), Messages.required(report));
    }

    @POST
    @Path("finish")
    public void finish() throws FailureException {
        agents.finish(session());
    }

    @POST
    @Path("failure")
    @Consumes(MediaType.APPLICATION_JSON)
    public void fail(FailureReport report) throws FailureException {
        agents.fail(session(), Messages.required(report));
    }

    private String session() {
        return security.getUserPrincipal().getName();
    }
}
