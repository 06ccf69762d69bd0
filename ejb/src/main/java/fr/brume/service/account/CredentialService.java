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
import java.time.Instant;
import java.util.Optional;
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
    RefusalPace pace;

    /**
     * The roles of an enabled account with this password; empty for everything else, without telling which. Five wrong passwords
     * in a row close the account for five minutes.
     *
     * @param address where the request came from, for the audit trail; empty when unknown
     */
    public Optional<CallerRoles> verify(String login, String password, String address) {
        String key = User.loginKey(login);
        Optional<User> found = find(key);
        Instant now = Instant.now();
        if (found.isEmpty() || !found.get().isEnabled() || found.get().isLocked(now)) {
            passwords.pretend(password);
            note(key, reason(found, now), address);
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
        return Optional.of(new CallerRoles(
                user.getLogin(),
                user.getRoles().stream().map(Role::text).collect(Collectors.toSet()),
                user.isMustChangePassword()));
    }

    private Optional<CallerRoles> refuse(User user, Instant now, String address) {
        user.loginFailed(now);
        note(user.getLogin(), user.isLocked(now) ? "locked" : "wrong password", address);
        return Optional.empty();
    }

    /** Once per burst: somebody who guesses must not fill the audit trail. */
    private void note(String login, String why, String address) {
        if (pace.isNew(login, address, why)) {
            audit.record(login, AuditAction.LOGIN_REFUSED, "account " + login, why, address);
        }
    }

    private static String reason(Optional<User> found, Instant now) {
        return found.map(u -> u.isLocked(now) ? "locked" : "disabled").orElse("unknown");
    }

    private Optional<User> find(String key) {
        return em.createQuery("SELECT u FROM User u WHERE u.login = :login", User.class)
                .setParameter("login", key)
                .getResultStream()
                .findFirst();
    }
}
