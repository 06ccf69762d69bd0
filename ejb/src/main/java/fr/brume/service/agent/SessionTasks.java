package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.image.TrustLevel;
import fr.brume.domain.task.Task;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** From a session to the task it was opened for; only within a caller's transaction. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SessionTasks {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @Inject
    TaskTrust trust;

    /**
     * The task, to be looked at.
     *
     * @throws FailureException {@code NOT_CONFIRMED} when somebody has to see the machine first
     */
    public Task of(String sessionId) throws FailureException {
        return proved(sessionId, find(sessionId, LockModeType.NONE));
    }

    /** The same, held until the end of the transaction. */
    public Task locked(String sessionId) throws FailureException {
        return proved(sessionId, find(sessionId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The same for a machine that may still have to be confirmed: it is told nothing but that. */
    public Task unproved(String sessionId) throws FailureException {
        return find(sessionId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether the machine may be told of this task, or somebody has to see it first. */
    public boolean isProved(String sessionId, Task task) throws FailureException {
        return trust.of(task) == TrustLevel.NETWORK || session(sessionId).isConfirmed();
    }

    private Task proved(String sessionId, Task task) throws FailureException {
        if (!isProved(sessionId, task)) {
            throw new FailureException(Failure.NOT_CONFIRMED);
        }
        return task;
    }

    /**
     * The open session of this id.
     *
     * @throws FailureException {@code UNAUTHORISED} when there is none
     */
    @RolesAllowed({SYSTEM, ADMINISTRATOR, TECHNICIAN})
    public AgentSession session(String sessionId) throws FailureException {
        return Optional.ofNullable(em.find(AgentSession.class, sessionId))
                .filter(session -> session.getEnded() == null)
                .orElseThrow(() -> new FailureException(Failure.UNAUTHORISED));
    }

    private Task find(String sessionId, LockModeType lock) throws FailureException {
        Long taskId = session(sessionId).getTaskId();
        return Optional.ofNullable(taskId)
                .map(id -> em.find(Task.class, id, lock))
                .orElseThrow(() -> new FailureException(Failure.UNAUTHORISED));
    }
}
