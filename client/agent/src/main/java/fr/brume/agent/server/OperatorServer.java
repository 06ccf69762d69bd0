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

/**
 * What a person at the machine asks of the server, on the session of this boot. A refusal is a {@link RefusedException} with
 * the server's words. Implementations are safe for threads.
 */
public interface OperatorServer {
    /** Makes the person known; what needs rights is asked after it. */
    LoginAnswer login(LoginRequest request) throws FailureException;

    /**
     * What to ask for a full registration of the machine with this inventory.
     *
     * @param loggedIn whether it is asked in the name of the person who logged in; so for all of a registration
     */
    RegistrationForm registrationForm(InventoryReport inventory, boolean loggedIn) throws FailureException;

    /** What is wrong with these values; registers nothing. */
    RegistrationAnswer check(RegistrationRequest request, boolean loggedIn) throws FailureException;

    RegistrationAnswer register(RegistrationRequest request, boolean loggedIn) throws FailureException;

    /** The images that can be deployed now. */
    ImageList images() throws FailureException;

    /** Makes the task that the session goes on with. */
    HostAnswer deploy(DeployRequest request) throws FailureException;

    HostAnswer productKey(ProductKeyRequest request) throws FailureException;

    /** Deletes the host that this machine is. */
    HostAnswer deleteHost() throws FailureException;

    /** Lets the host in that this machine is. */
    HostAnswer approve() throws FailureException;

    /** A code for the screen, which somebody types in the portal; asked before anybody logged in. */
    ConfirmationCode confirmationCode() throws FailureException;

    /** Vouches for this machine in the name of the person who logged in. */
    HostAnswer confirm() throws FailureException;

    /** Asks for a shell; it is written down who got one. */
    HostAnswer debug() throws FailureException;
}
