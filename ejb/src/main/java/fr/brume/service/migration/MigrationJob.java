package fr.brume.service.migration;

import fr.brume.protocol.fault.FailureException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How far an import or an export is.
 *
 * @param id unique while the server runs
 * @param imports whether it reads a folder of FOG; else it writes one
 * @param folder its name
 * @param state where it stands
 * @param done bytes so far
 * @param total bytes to do; 0 when unknown
 * @param begun when; null while it waits
 * @param failure why it came to nothing; null unless it failed
 */
public record MigrationJob(
        long id,
        boolean imports,
        String folder,
        State state,
        long done,
        long total,
        Instant begun,
        FailureException failure)
        implements Serializable {
    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        CHECKING,
        DONE,
        FAILED
    }

    MigrationJob at(State next, long nowDone, long nowTotal) {
        Instant since = begun == null ? Instant.now() : begun;
        return new MigrationJob(id, imports, folder, next, nowDone, nowTotal, since, null);
    }

    MigrationJob failed(FailureException cause) {
        return new MigrationJob(id, imports, folder, State.FAILED, done, total, begun, cause);
    }

    /** Whether it waits or works. */
    public boolean active() {
        return state.compareTo(State.DONE) < 0;
    }

    /** Whole percent. */
    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, 100.0 * done / total);
    }

    /** Bytes in a second since it began; 0 when that cannot be told. */
    public long rate() {
        return begun == null
                ? 0
                : (long) (done
                        * 1000.0
                        / Math.max(1, Duration.between(begun, Instant.now()).toMillis()));
    }

    /** Seconds at this rate; -1 when that cannot be told. */
    public long remaining() {
        return rate() == 0 ? -1 : Math.max(0, total - done) / rate();
    }
}
