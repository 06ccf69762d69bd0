package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.SessionCode;
import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.service.boot.ticket.Secrets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Codes that machines show before they get a task of the level <i>confirmed</i>, and the people who type them in the portal. A
 * code is good for the session that it was made for and for ten minutes; it is stored nowhere.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class ConfirmationService {
    /** How long a code counts. */
    static final Duration LIFE = Duration.ofMinutes(10);
    /** The machine asks for the next one a little before. */
    private static final Duration SHOWN = LIFE.minusMinutes(1);

    private static final BigInteger CODES = BigInteger.valueOf(1_000_000);
    private static final int RANDOM_BYTES = 16;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SessionTasks sessions;

    @EJB
    AuditService audit;

    /** A code for the screen of this machine; the one before it counts no longer. */
    @RolesAllowed(SYSTEM)
    public ConfirmationCode show(String sessionId) throws FailureException {
        sessions.unproved(sessionId);
        BigInteger random = new BigInteger(1, Secrets.random(RANDOM_BYTES));
        String code = String.format("%06d", random.mod(CODES).intValue());
        sessions.session(sessionId)
                .showCode(hash(sessionId, code), Instant.now().plus(LIFE));
        return new ConfirmationCode(code, SHOWN.toSeconds());
    }

    /** The numbers of the tasks whose machine waits with a code on its screen, the one that waits longest first. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
    public List<Long> waiting() {
        Instant now = Instant.now();
        return em.createQuery(
                        "SELECT s FROM AgentSession s WHERE s.ended IS NULL AND s.code.until > :now ORDER BY"
                                + " s.created, s.id",
                        AgentSession.class)
                .setParameter("now", now)
                .getResultStream()
                .filter(session -> session.isCodeShown(now))
                .map(AgentSession::getTaskId)
                .toList();
    }

    /** Somebody read this code on the screen of the machine of this task. */
    public SessionCode.Answer confirm(long taskId, String typed) {
        Optional<AgentSession> found = of(taskId);
        if (found.isEmpty()) {
            return SessionCode.Answer.EXPIRED;
        }
        AgentSession session = found.get();
        em.refresh(session, LockModeType.PESSIMISTIC_WRITE);
        String code = typed == null ? "" : typed.replaceAll("\\D", "");
        SessionCode.Answer answer = session.tryCode(hash(session.getId(), code), audit.actor(), Instant.now());
        boolean right = answer == SessionCode.Answer.RIGHT;
        record(right ? AuditAction.TASK_CONFIRMED : AuditAction.CODE_REFUSED, session, answer.name());
        return answer;
    }

    /** Whoever logged in at the machine of this session vouches for it. */
    public void confirmAtMachine(AgentSession session) {
        if (!session.isConfirmed()) {
            session.confirm(audit.actor(), Instant.now());
            record(AuditAction.TASK_CONFIRMED, session, "login at the machine");
        }
    }

    private Optional<AgentSession> of(long taskId) {
        return em.createQuery(
                        "SELECT s FROM AgentSession s WHERE s.ended IS NULL AND s.taskId = :task ORDER BY s.created"
                                + " DESC",
                        AgentSession.class)
                .setParameter("task", taskId)
                .getResultStream()
                .findFirst();
    }

    private void record(AuditAction action, AgentSession session, String how) {
        audit.record(action, "task " + session.getTaskId(), "machine " + session.getMac() + ", " + how);
    }

    private static String hash(String sessionId, String code) {
        return Secrets.hexDigest(sessionId + ":" + code);
    }
}
