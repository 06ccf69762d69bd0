package fr.brume.service.agent;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells trouble that passes by itself: a database that is away, or that had two writers at once. */
public final class PassingTrouble {
    private static final int DEEPEST = 20;

    private PassingTrouble() {}

    /** Whether the same request may succeed a moment later. */
    public static boolean isBehind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof PersistenceException || cause instanceof SQLException);
    }
}
