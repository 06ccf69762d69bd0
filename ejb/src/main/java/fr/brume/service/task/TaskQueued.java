package fr.brume.service.task;

import fr.brume.protocol.MacAddress;
import java.util.List;

/**
 * An event, in the transaction of its cause: the machine's next boot starts this task.
 *
 * @param taskId of the task
 * @param wake whether the machine is to be woken
 * @param macs of the machine, the primary one first
 */
public record TaskQueued(long taskId, boolean wake, List<MacAddress> macs) {}
