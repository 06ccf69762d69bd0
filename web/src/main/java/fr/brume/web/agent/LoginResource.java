package fr.brume.web.agent;

import fr.brume.domain.account.Role;
import fr.brume.protocol.agent.LoginAnswer;
import fr.brume.protocol.agent.LoginRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.account.CallerRoles;
import fr.brume.service.agent.AgentFacade;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;

/** A person at the machine logs in with their account of the portal: whatever store lets them in there lets them in here. */
@RequestScoped
@Path("login")
@WithSession
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
    private static final int LONGEST = 128;

    @Inject
    AgentFacade agents;

    @Inject
    IdentityStoreHandler stores;

    @Context
    SecurityContext security;

    @Context
    HttpServletRequest http;

    @POST
    public LoginAnswer logIn(LoginRequest request) throws FailureException {
        checkForm(Messages.required(request));
        String session = security.getUserPrincipal().getName();
        agents.admitLogin(session, request.login(), http.getRemoteAddr());
        CredentialValidationResult result =
                stores.validate(new UsernamePasswordCredential(request.login(), request.password()));
        if (result.getStatus() != Status.VALID) {
            throw new FailureException(Failure.LOGIN_REFUSED);
        }
        Set<String> roles = result.getCallerGroups();
        String login = result.getCallerPrincipal().getName();
        boolean newcomer = roles.contains(Role.Names.NEWCOMER);
        return agents.acceptLogin(session, new CallerRoles(login, roles, newcomer), http.getRemoteAddr());
    }

    /** An empty password would be an anonymous bind to some directories; a long one costs time to hash. */
    private static void checkForm(LoginRequest request) throws FailureException {
        boolean typed = request.login() != null && request.password() != null;
        if (!typed
                || request.login().isBlank()
                || request.password().isEmpty()
                || request.login().length() > LONGEST
                || request.password().length() > LONGEST) {
            throw new FailureException(Failure.LOGIN_REFUSED);
        }
    }
}
