package fr.brume.domain.task;

import fr.brume.protocol.agent.EndAction;
import java.time.Instant;

/**
 * A task as somebody asked for it.
 *
 * @param hostId the machine
 * @param type capture or deploy
 * @param scheduledFor when it becomes due; null for now
 * @param end what the machine does after success
 * @param wake whether to wake the machine when the task is due
 */
public record TaskDraft(long hostId, TaskType type, Instant scheduledFor, EndAction end, boolean wake) {
    public TaskDraft {
        end = end == null ? EndAction.REBOOT : end;
    }

    /** A task for now that ends with a reboot. */
    public static TaskDraft now(long hostId, TaskType type) {
        return new TaskDraft(hostId, type, null, EndAction.REBOOT, false);
    }
}
