package fr.brume.agent.task;

import fr.brume.protocol.fault.FailureException;
import java.time.Duration;

/** How a person shows the server that they see this machine, before it is given a task. */
@FunctionalInterface
public interface Confirming {
    /** Asks for it for about this time; returns earlier when somebody did something here. Whether it was enough the server says. */
    void ask(Conversation conversation, Duration time) throws FailureException;
}
