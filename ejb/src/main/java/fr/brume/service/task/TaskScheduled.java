package fr.brume.service.task;

import java.time.Instant;

/** An event, in the transaction of its cause: this task is to be queued at this moment. */
public record TaskScheduled(long taskId, Instant due) {}
