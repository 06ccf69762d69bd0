package fr.brume.agent.operator;

import fr.brume.agent.server.OperatorServer;
import fr.brume.agent.server.RefusedException;
import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.FieldRefusal;
import fr.brume.protocol.agent.HostAnswer;
import fr.brume.protocol.agent.ImageChoice;
import fr.brume.protocol.agent.ImageList;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.LoginAnswer;
import fr.brume.protocol.agent.LoginRequest;
import fr.brume.protocol.agent.ProductKeyRequest;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;

/** A server with two images that knows one password and remembers what was asked. */
final class FakeDesk implements OperatorServer {
    static final String PASSWORD = "été@2026";

    final List<String> asked = new ArrayList<>();
    boolean pending;
    RegistrationForm form = new RegistrationForm(
            "",
            "0800274d462b",
            List.of(
                    new ImageChoice(7, "Imagewin10", "Windows 10", 15_400_000_000L),
                    new ImageChoice(8, "vide", "Linux", 0)),
            7,
            false,
            List.of(),
            0);

    @Override
    public LoginAnswer login(LoginRequest request) throws FailureException {
        asked.add("login " + request.login());
        if (!request.password().equals(PASSWORD)) {
            throw new RefusedException(Failure.LOGIN_REFUSED, "Identifiant ou mot de passe refusé.");
        }
        return new LoginAnswer(request.login(), 600);
    }

    @Override
    public RegistrationForm registrationForm(InventoryReport inventory, boolean loggedIn) {
        return form;
    }

    @Override
    public RegistrationAnswer check(RegistrationRequest request, boolean loggedIn) {
        boolean taken = request.name().equals("pris");
        return new RegistrationAnswer(
                "",
                taken ? List.of(new FieldRefusal("name", "Une autre machine s’appelle déjà pris.")) : List.of(),
                false);
    }

    @Override
    public RegistrationAnswer register(RegistrationRequest request, boolean loggedIn) {
        asked.add("register " + request.name() + " " + request.imageId() + " " + request.productKey() + " "
                + request.primaryUser() + " " + request.tag1() + " " + request.tag2() + " " + loggedIn
                + (request.groupId() == 0 ? "" : " group " + request.groupId()));
        return new RegistrationAnswer(request.name(), List.of(), pending);
    }

    @Override
    public ImageList images() {
        return new ImageList(form.images().subList(0, 1));
    }

    @Override
    public HostAnswer deploy(DeployRequest request) throws FailureException {
        asked.add("deploy " + request.imageId());
        return new HostAnswer("pc1");
    }

    @Override
    public HostAnswer productKey(ProductKeyRequest request) {
        asked.add("key " + request.productKey());
        return new HostAnswer("pc1");
    }

    @Override
    public HostAnswer deleteHost() {
        asked.add("delete");
        return new HostAnswer("pc1");
    }

    @Override
    public HostAnswer approve() {
        asked.add("approve");
        return new HostAnswer("pc1");
    }

    @Override
    public ConfirmationCode confirmationCode() {
        asked.add("code");
        return new ConfirmationCode("482913", 540);
    }

    @Override
    public HostAnswer confirm() {
        asked.add("confirm");
        return new HostAnswer("pc1");
    }

    @Override
    public HostAnswer debug() {
        asked.add("debug");
        return new HostAnswer("pc1");
    }
}
