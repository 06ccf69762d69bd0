package fr.brume.web.agent;

import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.HostAnswer;
import fr.brume.protocol.agent.ImageList;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.ProductKeyRequest;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.agent.FullRegistrationService;
import fr.brume.service.agent.OperatorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/**
 * What the person who logged in at a machine asks. The caller of the services is this person, as on a page of the portal; the
 * principal of the request is the session.
 */
@RequestScoped
@Path("user")
@WithSession
@WithUser
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    @Inject
    OperatorService operators;

    @Inject
    FullRegistrationService registrations;

    @Context
    SecurityContext security;

    @POST
    @Path("registration/form")
    @Consumes(MediaType.APPLICATION_JSON)
    public RegistrationForm form(InventoryReport inventory) throws FailureException {
        return registrations.form(session(), Messages.required(inventory));
    }

    @POST
    @Path("registration/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public RegistrationAnswer check(RegistrationRequest request) throws FailureException {
        return registrations.check(session(), Messages.required(request));
    }

    @POST
    @Path("registration")
    @Consumes(MediaType.APPLICATION_JSON)
    public RegistrationAnswer register(RegistrationRequest request) throws FailureException {
        return registrations.register(session(), Messages.required(request));
    }

    @POST
    @Path("images")
    public ImageList images() throws FailureException {
        return operators.images(session());
    }

    @POST
    @Path("deploy")
    @Consumes(MediaType.APPLICATION_JSON)
    public HostAnswer deploy(DeployRequest request) throws FailureException {
        return operators.deploy(session(), Messages.required(request));
    }

    @POST
    @Path("product-key")
    @Consumes(MediaType.APPLICATION_JSON)
    public HostAnswer changeProductKey(ProductKeyRequest request) throws FailureException {
        return operators.changeProductKey(session(), Messages.required(request).productKey());
    }

    @POST
    @Path("delete-host")
    public HostAnswer deleteHost() throws FailureException {
        return operators.deleteHost(session());
    }

    @POST
    @Path("approve")
    public HostAnswer approve() throws FailureException {
        return operators.approve(session());
    }

    @POST
    @Path("confirm")
    public HostAnswer confirm() throws FailureException {
        return operators.confirm(session());
    }

    @POST
    @Path("debug")
    public HostAnswer giveShell() throws FailureException {
        return operators.giveShell(session());
    }

    private String session() {
        return security.getUserPrincipal().getName();
    }
}
