package fr.brume.web.security;

import fr.brume.domain.account.Role;
import fr.brume.service.account.CallerRoles;
import fr.brume.service.account.CredentialService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The accounts kept in Brume's own database. Whoever must change their password gets no role but that of doing so, so that no
 * page and no service answers them before. Safe for threads.
 */
@ApplicationScoped
public class LocalStore implements IdentityStore {
    private static final int ASKED_FIRST = 10;

    @Inject
    private CredentialService credentials;

    @Inject
    private HttpServletRequest request;

    /** Roles of the account with this name and password; the same answer for a wrong name, password and a locked account. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credentials
                .verify(credential.getCaller(), credential.getPasswordAsString(), request.getRemoteAddr())
                .map(caller -> new CredentialValidationResult(caller.login(), groups(caller)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    static Set<String> groups(CallerRoles caller) {
        return caller.mustChangePassword() ? Set.of(Role.Names.NEWCOMER) : caller.roles();
    }

    @Override
    public int priority() {
        return ASKED_FIRST;
    }
}
