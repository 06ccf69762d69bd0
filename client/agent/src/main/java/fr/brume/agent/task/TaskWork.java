package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;

/**
 * What a task does between its turn and its end. Returns when it is done, else throws; what it finds out goes into the progress
 * and reaches the portal either way.
 */
@FunctionalInterface
public interface TaskWork {
    void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException;
}
