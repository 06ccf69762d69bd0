package fr.brume.service.task;

import fr.brume.domain.task.Task;

/** An event, in the transaction of its cause: this task, which only wakes its machine, is queued and to be done now. */
public record WakeUpDue(Task task) {}
