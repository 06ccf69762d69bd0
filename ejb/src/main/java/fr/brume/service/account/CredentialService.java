package fr.brume.service.account;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.Role;
import fr.brume.domain.account.User;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says whether a login and a password belong together; for the identity store, before anybody is known. */
@Stateless
@PermitAll
public class CredentialService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    Passwords passwords;

    @Inject
    LoginThrottle throttle;

    /**
     * The roles of an enabled account with this password; empty for everything else, without telling which. Five wrong passwords
     * in a row close the account for five minutes. An address that must wait still gets in with the right password of an account
     * that nobody failed at: a whole site may have one address.
     *
     * @param address where the request came from, for the audit trail; empty when unknown
     */
    public Optional<CallerRoles> verify(String login, String password, String address) {
        String key = User.loginKey(login);
        Optional<User> found = find(key);
        Instant now = Instant.now();
        boolean throttled = !throttle.waiting(address, now).isZero();
        if (found.isEmpty()
                || !found.get().isEnabled()
                || found.get().isLocked(now)
                || throttled && found.get().hasLoginFailures()) {
            passwords.pretend(password);
            noteRefusal(key, reason(found, now), address, now);
            return Optional.empty();
        }
        User user = found.get();
        boolean right = passwords.matches(password, user.getPasswordHash());
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        return right && !user.isLocked(now) ? accept(user, address) : refuse(user, now, address);
    }

    private Optional<CallerRoles> accept(User user, String address) {
        user.loginSucceeded();
        audit.record(user.getLogin(), AuditAction.LOGIN, "account " + user.getLogin(), "", address);
        return Optional.of(roles(user));
    }

    private Optional<CallerRoles> refuse(User user, Instant now, String address) {
        user.loginFailed(now);
        String detail = user.isLocked(now) ? "locked" : "wrong password";
        noteRefusal(user.getLogin(), detail, address, now);
        return Optional.empty();
    }

    /** Writes each refusal to the trail until the address must wait, and then that it must, once. */
    private void noteRefusal(String login, String detail, String address, Instant now) {
        boolean silent = !throttle.waiting(address, now).isZero();
        boolean begins = throttle.failed(address, now);
        if (begins || !silent) {
            String said = begins ? detail + ", too many from this address" : detail;
            audit.record(login, AuditAction.LOGIN_REFUSED, "account " + login, said, address);
        }
    }

    /** How long this address must wait before another password is taken; zero when it need not. */
    public Duration waiting(String address) {
        return throttle.waiting(address, Instant.now());
    }

    /** Everybody who may log in at this moment, with their roles. */
    public Map<String, CallerRoles> everybody() {
        return em.createQuery(
                        "SELECT DISTINCT u FROM User u LEFT JOIN FETCH u.roles WHERE u.enabled = TRUE", User.class)
                .getResultStream()
                .map(CredentialService::roles)
                .collect(Collectors.toMap(CallerRoles::login, Function.identity()));
    }

    private static CallerRoles roles(User user) {
        Set<String> names = user.getRoles().stream().map(Role::text).collect(Collectors.toSet());
        return new CallerRoles(user.getLogin(), names, user.isMustChangePassword());
    }

    private static String reason(Optional<User> found, Instant now) {
        if (found.isEmpty()) {
            return "unknown";
        }
        return found.get().isLocked(now) ? "locked" : found.get().isEnabled() ? "waiting" : "disabled";
    }

    private Optional<User> find(String key) {
        return em.createQuery("SELECT u FROM User u WHERE u.login = :login", User.class)
                .setParameter("login", key)
                .getResultStream()
                .findFirst();
    }
}
