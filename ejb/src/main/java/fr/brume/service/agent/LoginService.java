package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.SessionUser;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.agent.LoginAnswer;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.account.CallerRoles;
import fr.brume.service.account.MachineThrottle;
import fr.brume.service.audit.AuditService;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * People who log in at a machine: slowed down when they guess, known for a while when they may do something. Whether a
 * password is right is for the identity stores of the portal to say.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class LoginService {
    private static final Set<String> ENOUGH = Set.of(ADMINISTRATOR, TECHNICIAN);

    @EJB
    SessionTasks sessions;

    @EJB
    SettingService settings;

    @EJB
    AuditService audit;

    @Inject
    MachineThrottle throttle;

    /**
     * Lets an attempt in.
     *
     * @throws FailureException {@code LOGIN_THROTTLED} with the seconds to wait
     */
    public void admit(String sessionId, String login, String address) throws FailureException {
        AgentSession session = sessions.session(sessionId);
        Duration left = throttle.admit(session.getMac(), address, login);
        if (!left.isZero()) {
            refusal(session, login, "throttled", address);
            throw new FailureException(Failure.LOGIN_THROTTLED, Long.toString(left.toSeconds() + 1));
        }
    }

    /**
     * The password was right: the session belongs to this person for a while.
     *
     * @throws FailureException {@code NOT_ALLOWED} for somebody who may do nothing at a machine
     */
    public LoginAnswer accept(String sessionId, CallerRoles person, String address) throws FailureException {
        AgentSession session = sessions.session(sessionId);
        throttle.succeeded(session.getMac(), address, person.login());
        if (person.mustChangePassword() || person.roles().stream().noneMatch(ENOUGH::contains)) {
            refusal(session, person.login(), "role", address);
            throw new FailureException(Failure.NOT_ALLOWED, person.login());
        }
        long seconds = settings.seconds(SettingKey.CLIENT_LOGIN_LIFE);
        Instant until = Instant.now().plusSeconds(seconds);
        session.logIn(new SessionUser(person.login(), person.roles(), until));
        audit.record(
                person.login(),
                AuditAction.LOGIN_AT_MACHINE,
                "machine " + session.getMac(),
                session.getPurpose().name(),
                address);
        return new LoginAnswer(person.login(), seconds);
    }

    /** Who logged in at the machine of this session, with the rights of that moment; empty when nobody did lately. */
    public Optional<CallerRoles> user(String sessionId) throws FailureException {
        return sessions.session(sessionId)
                .getUser(Instant.now())
                .map(person -> new CallerRoles(person.getLogin(), Set.copyOf(person.getRoles()), false));
    }

    private void refusal(AgentSession session, String login, String why, String address) {
        if (throttle.isFirstRefusal(session.getMac(), why)) {
            audit.record(login, AuditAction.LOGIN_REFUSED, "machine " + session.getMac(), why, address);
        }
    }
}
