package fr.brume.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveAccountsTest {
    private final CountingCredentials credentials = new CountingCredentials();
    private final LiveAccounts accounts = new LiveAccounts();

    @Test
    void asksTheDatabaseOnceForManyRequestsAndAgainAfterAChange() {
        accounts.credentials = credentials;
        for (int i = 0; i < 100; i++) {
            assertThat(accounts.of("anne")).isPresent();
            assertThat(accounts.of("nobody")).isEmpty();
        }
        assertThat(credentials.questions).isEqualTo(1);
        accounts.forget(new AccountChanged("anne"));
        assertThat(accounts.of("anne")).isPresent();
        assertThat(credentials.questions).isEqualTo(2);
    }

    private static final class CountingCredentials extends CredentialService {
        private int questions;

        @Override
        public Map<String, CallerRoles> everybody() {
            questions++;
            return Map.of("anne", new CallerRoles("anne", Set.of("viewer"), false));
        }
    }
}
