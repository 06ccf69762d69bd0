package fr.brume.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.account.Role;
import fr.brume.domain.account.User;
import fr.brume.domain.setting.SettingKey;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.audit.AuditService;
import fr.brume.service.setting.SettingService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The caller is the account {@code brume}, an administrator whose password is "first password". */
class AccountServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @BeforeEach
    void empty() {
        database.run(
                em -> em.persist(new User("brume", "Brume", backwards("first password"), Set.of(Role.ADMINISTRATOR))));
    }

    @Test
    void theFirstPasswordLetsInButMustBeChanged() {
        assertThat(verify("BRUME", "first password")).contains(new CallerRoles("brume", Set.of("administrator"), true));
        assertThat(refusals(a -> a.changePassword("wrong", "short")))
                .extracting(Refusal::field)
                .containsExactly("fresh", "present");
        assertThat(refusals(a -> a.changePassword("first password", "first password")))
                .extracting(Refusal::messageKey)
                .containsExactly("refusal.password.same");
        assertThat(refusals(a -> a.changePassword("first password", "a better one")))
                .isEmpty();
        assertThat(verify("brume", "first password")).isEmpty();
        assertThat(verify("brume", "a better one").orElseThrow().mustChangePassword())
                .isFalse();
    }

    @Test
    void fiveWrongPasswordsCloseTheAccount() {
        for (int i = 0; i < User.MOST_FAILURES; i++) {
            assertThat(verify("brume", "wrong " + i)).isEmpty();
        }
        assertThat(verify("brume", "first password")).isEmpty();
        database.run(em -> assertThat(
                        new TestBeans(em).get(AuditService.class).list(0, 50).rows())
                .extracting(AuditEntry::getDetail)
                .containsExactly(
                        "locked", "locked", "wrong password", "wrong password", "wrong password", "wrong password"));
    }

    @Test
    void anAddressThatMustWaitIsAuditedOnceAndStillLetsARightPasswordIn() {
        database.run(em -> {
            CredentialService credentials = new TestBeans(em).get(CredentialService.class);
            for (int i = 0; i < LoginThrottle.MOST_FAILURES + 5; i++) {
                assertThat(credentials.verify("nobody" + i, "wrong", "::1")).isEmpty();
            }
            assertThat(credentials.waiting("::1")).isPositive();
            assertThat(credentials.verify("brume", "first password", "::1")).isPresent();
            assertThat(credentials.verify("brume", "wrong", "::1")).isEmpty();
            assertThat(credentials.verify("brume", "first password", "::1")).isEmpty();
            assertThat(credentials.verify("brume", "first password", "::2")).isPresent();
        });
        database.run(em -> assertThat(
                        new TestBeans(em).get(AuditService.class).list(0, 50).rows())
                .filteredOn(e -> e.getAction() == AuditAction.LOGIN_REFUSED)
                .hasSize(LoginThrottle.MOST_FAILURES)
                .filteredOn(e -> e.getDetail().contains("too many"))
                .hasSize(1));
    }

    @Test
    void theRolesOfEverybodyWhoMayLogInAreReadAtOnce() {
        assertThat(refusals(a -> a.create(draft("jean", Set.of(Role.VIEWER), false))))
                .isEmpty();
        assertThat(refusals(a -> a.create(draft("anne", Set.of(Role.VIEWER, Role.TECHNICIAN), true))))
                .isEmpty();
        database.run(em -> assertThat(
                        new TestBeans(em).get(CredentialService.class).everybody())
                .containsOnlyKeys("anne", "brume")
                .containsEntry("anne", new CallerRoles("anne", Set.of("viewer", "technician"), true)));
    }

    @Test
    void unknownAndDisabledAccountsAreRefusedAndAudited() {
        assertThat(refusals(a -> a.create(draft("jean", Set.of(Role.VIEWER), false))))
                .isEmpty();
        assertThat(verify("jean", "long enough")).isEmpty();
        assertThat(verify("nobody", "long enough")).isEmpty();
        database.run(em -> assertThat(
                        new TestBeans(em).get(AuditService.class).list(0, 2).rows())
                .allMatch(e -> e.getAction() == AuditAction.LOGIN_REFUSED
                        && e.getAddress().equals("::1")));
    }

    @Test
    void refusesWhatDoesNotFit() {
        UserDraft wrong = new UserDraft("é", "x".repeat(200), "1234567", Set.of(), true);
        assertThat(refusals(a -> a.create(wrong)))
                .extracting(Refusal::field)
                .containsExactly("password", "login", "displayName", "roles");
        assertThat(refusals(a -> a.create(draft("System", Set.of(Role.VIEWER), true))))
                .extracting(Refusal::messageKey)
                .containsExactly("refusal.login");
        assertThat(refusals(a -> a.create(draft("Brume", Set.of(Role.VIEWER), true))))
                .extracting(Refusal::messageKey)
                .containsExactly("refusal.login.taken");
    }

    @Test
    void anAdministratorAlwaysRemains() {
        long brume = id("brume");
        assertThat(refusals(a -> a.update(brume, draft("brume", Set.of(Role.VIEWER), true))))
                .extracting(Refusal::messageKey)
                .containsExactly("refusal.lastAdministrator");
        assertThat(refusals(a -> a.delete(brume)))
                .extracting(Refusal::messageKey)
                .containsExactly("refusal.ownAccount");
        assertThat(refusals(a -> a.create(draft("anne", Set.of(Role.ADMINISTRATOR), true))))
                .isEmpty();
        assertThat(refusals(a -> a.update(brume, draft("brume", Set.of(Role.VIEWER), true))))
                .isEmpty();
        assertThat(refusals(a -> a.delete(id("anne"))))
                .extracting(Refusal::messageKey)
                .containsExactly("refusal.lastAdministrator");
    }

    @Test
    void settingsHaveDefaultsAndRefuseNonsense() {
        database.run(em -> {
            SettingService settings = new TestBeans(em).get(SettingService.class);
            for (SettingKey key : SettingKey.values()) {
                assertThat(key.kind().accepts(settings.get(key))).as(key.text()).isTrue();
                assertThat(catchThrowableOfType(InvalidInputException.class, () -> settings.set(key, "nonsense")))
                        .as(key.text())
                        .isNotNull();
            }
            assertThat(settings.siteLocale().getLanguage()).isEqualTo("fr");
            assertThat(catchThrowableOfType(
                            InvalidInputException.class, () -> settings.set(SettingKey.TASK_SILENCE, "60")))
                    .isNull();
            assertThat(settings.seconds(SettingKey.TASK_SILENCE)).isEqualTo(60);
        });
    }

    private static UserDraft draft(String login, Set<Role> roles, boolean enabled) {
        return new UserDraft(login, login, "long enough", roles, enabled);
    }

    private Optional<CallerRoles> verify(String login, String password) {
        return database.within(
                em -> new TestBeans(em).get(CredentialService.class).verify(login, password, "::1"));
    }

    private long id(String login) {
        return database.within(em -> new TestBeans(em)
                .get(AccountService.class).list().stream()
                        .filter(u -> u.getLogin().equals(login))
                        .findFirst()
                        .orElseThrow()
                        .getId());
    }

    private interface Step {
        void on(AccountService accounts) throws InvalidInputException;
    }

    private List<Refusal> refusals(Step step) {
        return database.within(em -> {
            try {
                step.on(new TestBeans(em).get(AccountService.class));
                return List.of();
            } catch (InvalidInputException refused) {
                return refused.refusals();
            }
        });
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
