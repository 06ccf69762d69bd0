package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.agent.CaptureRequest;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.LoginAnswer;
import fr.brume.protocol.agent.ProgressAnswer;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.account.CallerRoles;
import fr.brume.service.log.Refusals;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The way in for agents. {@link #open} and {@link #authenticate} say who asks; every other method takes the id of a session that
 * was authenticated in the same request, and is done in the role of the system. All may be called twice with the same effect,
 * but {@link #open}.
 */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AgentFacade {
    @EJB
    SessionService sessions;

    @EJB
    InventoryService inventories;

    @EJB
    CheckInService checkIns;

    @EJB
    AgentTaskService tasks;

    @EJB
    CaptureService captures;

    @EJB
    DriverHandout drivers;

    @EJB
    LoginService logins;

    @EJB
    FullRegistrationService registrations;

    @EJB
    ConfirmationService confirmations;

    @EJB
    SettingService settings;

    @Inject
    Refusals refusals;

    /** See {@link SessionService#open}. */
    public Session open(SessionRequest request, String clientAddress) throws FailureException {
        try {
            return sessions.open(request, clientAddress);
        } catch (FailureException e) {
            throw refusals.note(clientAddress, "a session", e);
        }
    }

    /** See {@link SessionService#authenticate}. */
    public String authenticate(String bearer, String clientAddress) throws FailureException {
        try {
            return sessions.authenticate(bearer, clientAddress);
        } catch (FailureException e) {
            throw refusals.note(clientAddress, "its session", e);
        }
    }

    /** See {@link InventoryService#report}. */
    public InventoryAnswer inventory(String sessionId, InventoryReport report) throws FailureException {
        return inventories.report(sessionId, report);
    }

    /** See {@link CheckInService#checkIn}. */
    public CheckInAnswer checkIn(String sessionId) throws FailureException {
        return checkIns.checkIn(sessionId);
    }

    /** See {@link ConfirmationService#show}. */
    public ConfirmationCode confirmationCode(String sessionId) throws FailureException {
        return confirmations.show(sessionId);
    }

    /** See {@link AgentTaskService#progress}. */
    public ProgressAnswer progress(String sessionId, ProgressReport report) throws FailureException {
        return tasks.progress(sessionId, report);
    }

    /** See {@link CaptureService#begin}. */
    public void beginCapture(String sessionId, CaptureRequest request) throws FailureException {
        captures.begin(sessionId, request);
    }

    /** See {@link CaptureService#commit}. */
    public CommitAnswer commitCapture(String sessionId, CaptureRequest request) throws FailureException {
        return captures.commit(sessionId, request);
    }

    /** See {@link AgentTaskService#result}. */
    public void result(String sessionId, ResultReport report) throws FailureException {
        tasks.result(sessionId, report);
    }

    /** See {@link DriverHandout#file}. */
    public Path drivers(String sessionId, long id) throws FailureException {
        return drivers.file(sessionId, id);
    }

    /** See {@link AgentTaskService#finish}. */
    public void finish(String sessionId) throws FailureException {
        tasks.finish(sessionId);
    }

    /** See {@link AgentTaskService#fail}. */
    public void fail(String sessionId, FailureReport report) throws FailureException {
        tasks.fail(sessionId, report);
    }

    /** See {@link LoginService#admit}. */
    public void admitLogin(String sessionId, String login, String clientAddress) throws FailureException {
        logins.admit(sessionId, login, clientAddress);
    }

    /** See {@link LoginService#accept}. */
    public LoginAnswer acceptLogin(String sessionId, CallerRoles person, String clientAddress) throws FailureException {
        return logins.accept(sessionId, person, clientAddress);
    }

    /** Who logged in on the session behind this key; empty for nobody, or when the key is none. */
    public Optional<CallerRoles> user(String bearer) {
        try {
            return logins.user(sessions.authenticate(bearer, ""));
        } catch (FailureException e) {
            return Optional.empty();
        }
    }

    /** See {@link FullRegistrationService#form}. */
    public RegistrationForm registrationForm(String sessionId, InventoryReport inventory) throws FailureException {
        return registrations.form(sessionId, inventory);
    }

    /** See {@link FullRegistrationService#check}. */
    public RegistrationAnswer checkRegistration(String sessionId, RegistrationRequest request) throws FailureException {
        return registrations.check(sessionId, request);
    }

    /** See {@link FullRegistrationService#register}. */
    public RegistrationAnswer register(String sessionId, RegistrationRequest request) throws FailureException {
        return registrations.register(sessionId, request);
    }

    /** The language of everything that machines show. */
    public Locale locale() {
        return settings.siteLocale();
    }
}
