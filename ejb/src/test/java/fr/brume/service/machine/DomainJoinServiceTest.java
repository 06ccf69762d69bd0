package fr.brume.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.machine.DomainJoinDraft;
import fr.brume.domain.machine.Host;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.secret.SiteCipher;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DomainJoinServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private static final String PASSWORD = "très secret";

    @TempDir
    private Path folder;

    private final OrderSeal seal = new OrderSeal(new byte[32]);
    private SiteCipher cipher;

    @BeforeEach
    void key() {
        cipher = SiteCipher.in(folder);
    }

    @Test
    void thePasswordIsInNoTableAndInNoAuditEntryAndReachesTheHostThatJoins() throws Exception {
        database.run(em -> store(em, PASSWORD));
        database.run(em -> store(em, ""));
        String dump = database.within(
                em -> String.valueOf(em.createNativeQuery("SCRIPT NOSETTINGS").getResultList()));
        assertThat(dump).contains("lycee.example").doesNotContain(PASSWORD);
        String audited = database.within(em -> em.createQuery("SELECT a FROM AuditEntry a", AuditEntry.class)
                .getResultStream()
                .map(entry -> entry.getSubject() + " " + entry.getDetail())
                .toList()
                .toString());
        assertThat(audited).isEqualTo("[domain join lycee.example, domain join lycee.example]");
        DomainOrder order = order(true);
        assertThat(new String(seal.open(order.sealedPassword()), StandardCharsets.UTF_8))
                .as("an empty field keeps it")
                .isEqualTo(PASSWORD);
        assertThat(order.toString()).doesNotContain("join@");
        assertThat(order(false)).isEqualTo(DomainOrder.NONE);
    }

    @Test
    void theLongestPasswordIsKeptWhateverItsCharacters() throws Exception {
        String longest = "\u20ac".repeat(256);
        database.run(em -> store(em, longest));
        assertThat(new String(seal.open(order(true).sealedPassword()), StandardCharsets.UTF_8))
                .isEqualTo(longest);
    }

    @Test
    void whoForgotTheDomainJoinsNone() throws Exception {
        database.run(em -> store(em, PASSWORD));
        database.run(em -> service(em).forget());
        assertThat(order(true)).isEqualTo(DomainOrder.NONE);
    }

    @Test
    void aKeyThatIsGoneFailsTheDeployInsteadOfJoiningNothing() throws Exception {
        database.run(em -> store(em, PASSWORD));
        Files.delete(folder.resolve("secrets.key"));
        assertThat(catchThrowableOfType(FailureException.class, () -> order(true))
                        .arguments())
                .containsExactly("lycee.example", "tls/secrets.key");
    }

    @Test
    void aKeyThatWasCutOffFailsTheDeployInWords() throws Exception {
        database.run(em -> store(em, PASSWORD));
        Files.write(folder.resolve("secrets.key"), new byte[0]);
        assertThat(catchThrowableOfType(FailureException.class, () -> order(true))
                        .failure())
                .isEqualTo(Failure.STEP_FAILED);
    }

    @Test
    void whatCannotBeWrittenInAFileIsRefused() {
        database.run(em -> {
            DomainJoinDraft wrong = new DomainJoinDraft("lycee example", "OU=a\nb", "", "");
            assertThat(catchThrowableOfType(
                                    InvalidInputException.class,
                                    () -> service(em).store(wrong))
                            .refusals())
                    .extracting(Refusal::field)
                    .containsExactly("domain", "organizationalUnit", "account", "password");
            assertThat(wrong.toString()).isEqualTo("DomainJoinDraft[lycee example]");
        });
    }

    private DomainOrder order(boolean joining) throws FailureException {
        Host host = new Host("PC", MacAddress.parse("0a:00:27:00:00:01").orElseThrow(), "claire", Instant.EPOCH);
        host.join(joining);
        FailureException[] refused = new FailureException[1];
        DomainOrder order = database.within(em -> {
            try {
                return service(em).order(host, seal);
            } catch (FailureException e) {
                refused[0] = e;
                return null;
            }
        });
        if (refused[0] != null) {
            throw refused[0];
        }
        return order;
    }

    private void store(EntityManager em, String password) {
        try {
            service(em).store(new DomainJoinDraft("lycee.example", "", "join@lycee.example", password));
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e.refusals().toString(), e);
        }
    }

    private DomainJoinService service(EntityManager em) {
        return new TestBeans(em).with(SiteCipher.class, cipher).get(DomainJoinService.class);
    }
}
