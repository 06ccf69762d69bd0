package fr.brume.agent.progress;

import fr.brume.protocol.fault.FailureException;
import java.time.Duration;

/** Lets time pass; tests hand in one that does not. */
@FunctionalInterface
public interface Waiting {
    /**
     * Returns after this time.
     *
     * @throws FailureException with {@code CANCELLED} when the task was taken back meanwhile
     */
    void pause(Duration time) throws FailureException;
}
