package fr.brume.agent.keyboard;

import java.time.Duration;
import java.util.Optional;

/** Where keys come from; tests press them from a list. */
public interface Keys {
    /** The next key; empty when none is pressed within this time, or the wait is interrupted. */
    Optional<Key> next(Duration patience);

    /** Forgets what was pressed so far: it was meant for a screen that is gone. */
    void forget();
}
