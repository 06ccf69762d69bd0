package fr.brume.agent.task;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.FailureException;

/** A capture or a deploy. Returns when the disk or the stored version is complete, else throws. */
@FunctionalInterface
public interface Imaging {
    void run(TaskOrder order, Conversation conversation, TaskProgress progress, Cancellation cancellation)
            throws FailureException;
}
