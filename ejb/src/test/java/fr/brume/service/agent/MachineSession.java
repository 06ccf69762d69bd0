package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.account.AuditEntry;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A machine's session in a database, and what a service does on it. Not safe for threads. */
final class MachineSession {
    static final String ID = "session";
    static final MacAddress MAC = new MacAddress("08:00:27:4d:46:2b");

    private final TestDatabase database;

    /** Something that beans do. */
    interface Call<T> {
        T run(TestBeans beans) throws Exception;
    }

    MachineSession(TestDatabase database) {
        this.database = database;
    }

    /** Begins the session anew, for this purpose. */
    void open(Purpose purpose) {
        database.run(em -> {
            AgentSession before = em.find(AgentSession.class, ID);
            if (before != null) {
                em.remove(before);
                em.flush();
            }
            BootTicket ticket =
                    new BootTicket("t", "hash", purpose, new BootIdentity(MAC.text(), ""), null, null, Instant.now());
            em.persist(new AgentSession(ID, new byte[32], ticket, Instant.now()));
        });
    }

    /** What the audit trail holds, of each entry this. */
    <T> List<T> audited(Function<AuditEntry, T> of) {
        return database.within(
                em -> em.createQuery("SELECT a FROM AuditEntry a", AuditEntry.class).getResultList().stream()
                        .map(of)
                        .toList());
    }

    /** The refusal that this must end with. */
    FailureException failure(Call<?> call) {
        return database.within(em -> catchThrowableOfType(FailureException.class, () -> call.run(new TestBeans(em))));
    }

    /** What this gives, in a transaction of its own. */
    <T> T call(Call<T> call) {
        return database.within(em -> {
            try {
                return call.run(new TestBeans(em));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
