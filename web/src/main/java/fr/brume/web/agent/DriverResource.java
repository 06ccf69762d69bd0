package fr.brume.web.agent;

import fr.brume.protocol.fault.FailureException;
import fr.brume.service.agent.AgentFacade;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.File;

/** The archives of drivers that the order of a machine names. */
@RequestScoped
@Path("drivers")
@WithSession
public class DriverResource {
    @Inject
    AgentFacade agents;

    @Context
    SecurityContext security;

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public File archive(@PathParam("id") long id) throws FailureException {
        return agents.drivers(security.getUserPrincipal().getName(), id).toFile();
    }
}
