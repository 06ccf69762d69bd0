package fr.brume.service.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the accounts are at this moment, for the sessions that began before. Asked at every request, so it asks the database at
 * most once in two seconds, and at once after a change on this node. Safe for threads.
 */
@ApplicationScoped
public class LiveAccounts {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private record Known(Map<String, CallerRoles> accounts, Instant at) {}

    @EJB
    CredentialService credentials;

    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    /** The present roles of an account; empty when it is gone or disabled. */
    public Optional<CallerRoles> of(String login) {
        Instant now = Instant.now();
        Known seen = known;
        if (seen.at().plus(LONGEST).isBefore(now)) {
            seen = new Known(credentials.everybody(), now);
            known = seen;
        }
        return Optional.ofNullable(seen.accounts().get(login));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged change) {
        known = new Known(Map.of(), Instant.EPOCH);
    }
}
