package fr.brume.adapter.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Logs each kind of trouble at most once in a minute, with the number left out since: a flood must not fill the disk. Safe for threads. */
public final class LogThrottle {
    private static final long PERIOD = TimeUnit.MINUTES.toNanos(1);

    private final Logger logger;
    private final LongSupplier clock;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    private static final class Kind {
        private boolean logged;
        private long loggedAt;
        private long leftOut;
    }

    public LogThrottle(Logger logger) {
        this(logger, System::nanoTime);
    }

    LogThrottle(Logger logger, LongSupplier clock) {
        this.logger = logger;
        this.clock = clock;
    }

    public void log(String kind, Level level, String message) {
        log(kind, level, message, null);
    }

    /**
     * Logs, or counts.
     *
     * @param kind one of few constants, never something from the network
     */
    public void log(String kind, Level level, String message, Throwable cause) {
        Kind entry = kinds.computeIfAbsent(kind, k -> new Kind());
        String suffix;
        synchronized (entry) {
            long now = clock.getAsLong();
            if (entry.logged && now - entry.loggedAt < PERIOD) {
                entry.leftOut++;
                return;
            }
            suffix = entry.leftOut > 0 ? " (and " + entry.leftOut + " more of this kind since the last time)" : "";
            entry.logged = true;
            entry.loggedAt = now;
            entry.leftOut = 0;
        }
        logger.log(level, message + suffix, cause);
    }
}
