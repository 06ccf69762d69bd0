package fr.brume.domain.task;

import fr.brume.protocol.agent.EndAction;
import java.time.Instant;

/**
 * A task as somebody asked for it.
 *
 * @param hostId the machine
 * @param type what to do
 * @param scheduledFor when it becomes due; null for now
 * @param end what the machine does after success
 * @param wake whether to wake the machine when the task is due
 * @param confirmation the host's name as typed again, for types that ask for it; empty else
 * @param account local account of Windows, for types that work on one; empty else
 */
public record TaskDraft(
        long hostId,
        TaskType type,
        Instant scheduledFor,
        EndAction end,
        boolean wake,
        String confirmation,
        String account) {
    public TaskDraft {
        end = end == null ? EndAction.REBOOT : end;
        confirmation = confirmation == null ? "" : confirmation.strip();
        account = account == null ? "" : account.strip();
    }

    /** A task that needs neither confirmation nor account. */
    public TaskDraft(long hostId, TaskType type, Instant scheduledFor, EndAction end, boolean wake) {
        this(hostId, type, scheduledFor, end, wake, "", "");
    }

    /** A task for now that ends with a reboot. */
    public static TaskDraft now(long hostId, TaskType type) {
        return new TaskDraft(hostId, type, null, EndAction.REBOOT, false);
    }
}
