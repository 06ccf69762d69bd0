package fr.brume.agent.task;

import fr.brume.protocol.fault.FailureException;

/** One purpose of a boot, from first request to last screen. */
@FunctionalInterface
public interface Activity {
    Outcome run(Conversation conversation) throws FailureException;
}
