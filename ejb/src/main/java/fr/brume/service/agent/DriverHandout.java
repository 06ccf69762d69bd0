package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.driver.DriverSetService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.nio.file.Path;
import java.util.Optional;

/** Gives machines the archives of drivers that their order names, and no others. */
@Stateless
@RolesAllowed(SYSTEM)
public class DriverHandout {
    @EJB
    SessionTasks tasks;

    @EJB
    DriverSetService sets;

    /**
     * The archive that was ordered of this set, even when the set has another by now, or is gone.
     *
     * @throws FailureException UNAUTHORISED when the machine has no deploy that is to have it, NOT_FOUND when it is gone
     */
    public Path file(String sessionId, long id) throws FailureException {
        Task task = tasks.of(sessionId);
        boolean deploys = task.getType() == TaskType.DEPLOY && task.getState() == TaskState.IN_PROGRESS;
        Optional<String> digest = deploys ? task.getDrivers().digest(id) : Optional.empty();
        if (digest.isEmpty()) {
            throw new FailureException(Failure.UNAUTHORISED);
        }
        return sets.archive(digest.get()).orElseThrow(() -> new FailureException(Failure.NOT_FOUND, "drivers"));
    }
}
