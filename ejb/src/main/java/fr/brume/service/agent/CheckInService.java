package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CheckInState;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.image.VerificationService;
import fr.brume.store.ImageStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * A machine's turn. What is decided is decided in short transactions; the files of a version are read between them, since the
 * index of a large image takes seconds to hash and every other machine of its queue would wait for the row.
 */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckInService {
    @EJB
    AgentTaskService tasks;

    @EJB
    VerificationService verifications;

    @Inject
    ImageStore store;

    /**
     * The machine asks for its turn. With the order when it may begin, or go on.
     *
     * @throws FailureException when its version is not sound, or cannot be read; the task has failed then
     */
    public CheckInAnswer checkIn(String sessionId) throws FailureException {
        CheckInAnswer answer = tasks.checkIn(sessionId);
        if (answer.state() != CheckInState.GO || answer.order() != null) {
            return answer;
        }
        long versionId = tasks.version(sessionId);
        try {
            requireSound(versionId);
        } catch (FailureException e) {
            tasks.refuse(sessionId, e);
            throw e;
        }
        return tasks.deploy(sessionId);
    }

    /** Damage is remembered, so that the portal tells it and the next machine is refused at once. */
    private void requireSound(long versionId) throws FailureException {
        VerificationService.Order version =
                verifications.order(versionId).orElseThrow(() -> new FailureException(Failure.IMAGE_MISSING, ""));
        try {
            store.sealed(version.path(), version.number(), version.seal()).requireSound();
        } catch (FailureException e) {
            if (e.failure() == Failure.IMAGE_CORRUPT) {
                verifications.record(versionId, version.seal(), String.join(", ", e.arguments()));
            }
            throw e;
        }
    }
}
