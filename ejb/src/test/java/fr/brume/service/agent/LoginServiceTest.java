package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.account.CallerRoles;
import fr.brume.service.setting.SettingService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is known on a session after a login, for how long, and who guesses. */
class LoginServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private static final MachineSession machine = new MachineSession(database);

    @Test
    void onlyWhoMayDoSomethingIsKnownAfterALogin() {
        machine.open(Purpose.DEBUG);
        for (CallerRoles weak : List.of(person("viewer", false), person("technician", true))) {
            assertThat(machine.failure(
                                    beans -> beans.get(LoginService.class).accept(MachineSession.ID, weak, "192.0.2.7"))
                            .failure())
                    .isEqualTo(Failure.NOT_ALLOWED);
            assertThat(known()).isEmpty();
        }
        CallerRoles technician = person("technician", false);
        assertThat(machine.call(beans ->
                                beans.get(LoginService.class).accept(MachineSession.ID, technician, "192.0.2.7"))
                        .seconds())
                .isEqualTo(600);
        assertThat(known()).contains(technician);
        assertThat(machine.audited(AuditEntry::getAction)).contains(AuditAction.LOGIN_AT_MACHINE);
    }

    @Test
    void aLoginIsForgottenAfterAWhile() {
        machine.open(Purpose.DEBUG);
        machine.call(beans -> {
            beans.get(SettingService.class).set(SettingKey.CLIENT_LOGIN_LIFE, "60");
            return beans.get(LoginService.class).accept(MachineSession.ID, person("technician", false), "");
        });
        database.run(em -> {
            AgentSession session = em.find(AgentSession.class, MachineSession.ID);
            assertThat(session.getUser(Instant.now().plusSeconds(58))).isPresent();
            assertThat(session.getUser(Instant.now().plusSeconds(61))).isEmpty();
        });
    }

    @Test
    void whoGuessesIsAuditedOncePerBurst() {
        machine.open(Purpose.DEBUG);
        database.run(em -> {
            LoginService logins = new TestBeans(em).get(LoginService.class);
            for (int attempt = 0; attempt < 40; attempt++) {
                catchThrowableOfType(
                        FailureException.class, () -> logins.admit(MachineSession.ID, "brume", "192.0.2.7"));
            }
        });
        assertThat(machine.audited(AuditEntry::getDetail)).containsExactly("throttled");
    }

    private static Optional<CallerRoles> known() {
        return machine.call(beans -> beans.get(LoginService.class).user(MachineSession.ID));
    }

    private static CallerRoles person(String role, boolean newcomer) {
        return new CallerRoles("marie", Set.of(role), newcomer);
    }
}
