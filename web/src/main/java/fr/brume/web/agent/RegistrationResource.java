package fr.brume.web.agent;

import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
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

/** Full registration by whoever stands at the machine, where the site asks for no login. */
@RequestScoped
@Path("registration")
@WithSession
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
    @Inject
    AgentFacade agents;

    @Context
    SecurityContext security;

    @POST
    @Path("form")
    public RegistrationForm form(InventoryReport inventory) throws FailureException {
        return agents.registrationForm(session(), Messages.required(inventory));
    }

    @POST
    @Path("check")
    public RegistrationAnswer check(RegistrationRequest request) throws FailureException {
        return agents.checkRegistration(session(), Messages.required(request));
    }

    @POST
    public RegistrationAnswer register(RegistrationRequest request) throws FailureException {
        return agents.register(session(), Messages.required(request));
    }

    private String session() {
        return security.getUserPrincipal().getName();
    }
}
