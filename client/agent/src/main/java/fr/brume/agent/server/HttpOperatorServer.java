package fr.brume.agent.server;

import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.HostAnswer;
import fr.brume.protocol.agent.ImageList;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.LoginAnswer;
import fr.brume.protocol.agent.LoginRequest;
import fr.brume.protocol.agent.ProductKeyRequest;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.fault.FailureException;

/** The requests of a person over HTTPS, with the session of {@link HttpAgentServer}; waits for a server that is away. */
public final class HttpOperatorServer implements OperatorServer {
    private final HttpAgentServer server;
    private final Retry retry;

    public HttpOperatorServer(HttpAgentServer server, Retry retry) {
        this.server = server;
        this.retry = retry;
    }

    @Override
    public LoginAnswer login(LoginRequest request) throws FailureException {
        return ask("login", request, LoginAnswer.class);
    }

    @Override
    public RegistrationForm registrationForm(InventoryReport inventory, boolean loggedIn) throws FailureException {
        return ask(path("registration/form", loggedIn), inventory, RegistrationForm.class);
    }

    @Override
    public RegistrationAnswer check(RegistrationRequest request, boolean loggedIn) throws FailureException {
        return ask(path("registration/check", loggedIn), request, RegistrationAnswer.class);
    }

    @Override
    public RegistrationAnswer register(RegistrationRequest request, boolean loggedIn) throws FailureException {
        return ask(path("registration", loggedIn), request, RegistrationAnswer.class);
    }

    @Override
    public ImageList images() throws FailureException {
        return ask("user/images", null, ImageList.class);
    }

    @Override
    public HostAnswer deploy(DeployRequest request) throws FailureException {
        return ask("user/deploy", request, HostAnswer.class);
    }

    @Override
    public HostAnswer productKey(ProductKeyRequest request) throws FailureException {
        return ask("user/product-key", request, HostAnswer.class);
    }

    @Override
    public HostAnswer deleteHost() throws FailureException {
        return ask("user/delete-host", null, HostAnswer.class);
    }

    @Override
    public HostAnswer approve() throws FailureException {
        return ask("user/approve", null, HostAnswer.class);
    }

    @Override
    public ConfirmationCode confirmationCode() throws FailureException {
        return ask("confirmation", null, ConfirmationCode.class);
    }

    @Override
    public HostAnswer confirm() throws FailureException {
        return ask("user/confirm", null, HostAnswer.class);
    }

    @Override
    public HostAnswer debug() throws FailureException {
        return ask("user/debug", null, HostAnswer.class);
    }

    private static String path(String path, boolean loggedIn) {
        return loggedIn ? "user/" + path : path;
    }

    private <T> T ask(String path, Object message, Class<T> answer) throws FailureException {
        return retry.until(() -> HttpAgentServer.required(server.call(path, message, answer)));
    }
}
