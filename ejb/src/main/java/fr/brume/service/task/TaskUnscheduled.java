package fr.brume.service.task;

/** An event, in the transaction of its cause: the task was cancelled before its time. */
public record TaskUnscheduled(long taskId) {}
