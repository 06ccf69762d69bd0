package fr.brume.service.account;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.Role;
import fr.brume.domain.account.User;
import fr.brume.service.BrumeHome;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Makes the account {@code brume} on a database that has none, so that somebody can log in. */
@Singleton
@Startup
@DependsOn("Migration")
@PermitAll
public class FirstAdministrator {
    private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());
    private static final String LOGIN = "brume";
    private static final int RANDOM_BYTES = 12;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    Passwords passwords;

    @PostConstruct
    void create() {
        if (em.createQuery("SELECT COUNT(u) FROM User u", Long.class).getSingleResult() > 0) {
            return;
        }
        String given = System.getenv("BRUME_ADMIN_PASSWORD");
        String password = given == null || given.isEmpty() ? random() : given;
        em.persist(new User(LOGIN, "Brume", passwords.hash(password), Set.of(Role.ADMINISTRATOR)));
        audit.record(Role.Names.SYSTEM, AuditAction.CREATED, "account " + LOGIN, "", "");
    }

    /** Writes the password to the file before the account exists: after a crash in between, the next start does both again. */
    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            Path file = BrumeHome.writePrivate("first-password", password + System.lineSeparator());
            LOG.log(System.Logger.Level.WARNING, "The first password of account {0} is in {1}", LOGIN, file);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the first password", full);
        }
        return password;
    }
}
