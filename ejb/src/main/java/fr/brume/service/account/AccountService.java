package fr.brume.service.account;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.NEWCOMER;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.User;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people do with their own account, and administrators with all. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class AccountService {
    private static final Set<String> LANGUAGES = Set.of("", "fr", "en");

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    Passwords passwords;

    @Inject
    Event<AccountChanged> changed;

    /** The account of the caller; empty for one that is not kept here. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, NEWCOMER})
    public Optional<User> current() {
        return byLogin(audit.actor());
    }

    /** Changes the caller's own password; the present one is asked again. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, NEWCOMER})
    public void changePassword(String present, String fresh) throws InvalidInputException {
        User user = current().orElseThrow(() -> gone());
        Passwords.check("fresh", fresh, user.getLogin())
                .refuseIf(!passwords.matches(present, user.getPasswordHash()), "present", "refusal.password.wrong")
                .refuseIf(present.equals(fresh), "fresh", "refusal.password.same")
                .orThrow();
        user.choosePassword(passwords.hash(fresh));
        changed.fire(new AccountChanged(user.getLogin()));
        audit.record(AuditAction.PASSWORD_CHANGED, "account " + user.getLogin(), "");
    }

    /** Sets the language of the caller's pages; empty for the site's. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER, NEWCOMER})
    public void prefer(String language) throws InvalidInputException {
        if (!LANGUAGES.contains(language)) {
            throw new InvalidInputException(Refusal.of("language", "refusal.language"));
        }
        current().ifPresent(user -> user.prefer(language));
    }

    public List<User> list() {
        return em.createQuery("SELECT u FROM User u ORDER BY u.login", User.class)
                .getResultList();
    }

    public Optional<User> find(long id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    /** Creates an account whose password must be changed at first login. */
    public User create(UserDraft draft) throws InvalidInputException {
        AccountCheck.ofNew(draft)
                .refuseIf(byLogin(User.loginKey(draft.login())).isPresent(), "login", "refusal.login.taken")
                .orThrow();
        User user = new User(draft.login(), draft.displayName(), passwords.hash(draft.password()), draft.roles());
        user.edit(draft.displayName(), draft.roles(), draft.enabled());
        em.persist(user);
        changed.fire(new AccountChanged(user.getLogin()));
        em.flush();
        audit.record(
                AuditAction.CREATED, "account " + user.getLogin(), draft.roles().toString());
        return user;
    }

    /** Changes name, roles and whether the account may log in; never so that no administrator is left. */
    public User update(long id, UserDraft draft) throws InvalidInputException {
        User user = find(id).orElseThrow(() -> gone());
        AccountCheck.ofChange(draft)
                .refuseIf(AccountCheck.endsAdministration(list(), user, draft), "roles", "refusal.lastAdministrator")
                .orThrow();
        user.edit(draft.displayName(), draft.roles(), draft.enabled());
        changed.fire(new AccountChanged(user.getLogin()));
        audit.record(
                AuditAction.CHANGED, "account " + user.getLogin(), draft.roles().toString());
        return user;
    }

    /** Gives an account a password that its owner must change at the next login. */
    public void resetPassword(long id, String fresh) throws InvalidInputException {
        User user = find(id).orElseThrow(() -> gone());
        Passwords.check("password", fresh, user.getLogin()).orThrow();
        user.resetPassword(passwords.hash(fresh));
        changed.fire(new AccountChanged(user.getLogin()));
        audit.record(AuditAction.PASSWORD_CHANGED, "account " + user.getLogin(), "reset");
    }

    /** Deletes an account; not one's own, nor the last administrator's. */
    public void delete(long id) throws InvalidInputException {
        User user = find(id).orElseThrow(() -> gone());
        boolean own = user.getLogin().equals(audit.actor());
        if (own || AccountCheck.endsAdministration(list(), user, null)) {
            throw new InvalidInputException(Refusal.of("", own ? "refusal.ownAccount" : "refusal.lastAdministrator"));
        }
        em.remove(user);
        changed.fire(new AccountChanged(user.getLogin()));
        audit.record(AuditAction.DELETED, "account " + user.getLogin(), "");
    }

    private Optional<User> byLogin(String login) {
        return em.createQuery("SELECT u FROM User u WHERE u.login = :login", User.class)
                .setParameter("login", login)
                .getResultStream()
                .findFirst();
    }

    private static InvalidInputException gone() {
        return new InvalidInputException(Refusal.of("", "refusal.account.gone"));
    }
}
