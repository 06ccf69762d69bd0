package fr.brume.service.image;

import fr.brume.service.SerialExecutor;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The versions that are read again, one at a time: two would only make the disk slower for both and for the machines. What waits is
 * forgotten when the server stops; the timer asks again. Safe for threads.
 */
@ApplicationScoped
public class VerificationJobs {
    private static final System.Logger LOG = System.getLogger(VerificationJobs.class.getName());

    /** Long enough that the timer comes back to it in another night. */
    private static final Duration REST = Duration.ofHours(12);

    private final Map<Long, VerificationProgress> jobs = new LinkedHashMap<>();
    private final Map<Long, Instant> restUntil = new HashMap<>();

    @Resource
    ManagedExecutorService executor;

    @EJB
    VerificationWork work;

    private final SerialExecutor serial = new SerialExecutor(job -> executor.execute(job));

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) VerificationAsked asked) {
        add(asked.versionId());
    }

    /** Has this version read when those before it are done; once, however often it is asked for. */
    public synchronized void add(long versionId) {
        if (!jobs.containsKey(versionId)) {
            serial.execute(() -> run(versionId));
            jobs.put(versionId, VerificationProgress.WAITING);
        }
    }

    /** Whether nothing is read and nothing waits. */
    public synchronized boolean idle() {
        return jobs.isEmpty();
    }

    /** How far this version is; empty when it is neither read nor waits. */
    public synchronized Optional<VerificationProgress> progress(long versionId) {
        return Optional.ofNullable(jobs.get(versionId));
    }

    /** Those that could not be read lately; the timer reads others first, though these have waited longer. */
    public synchronized Set<Long> resting(Instant now) {
        restUntil.values().removeIf(until -> !until.isAfter(now));
        return Set.copyOf(restUntil.keySet());
    }

    private void run(long versionId) {
        Instant begun = Instant.now();
        boolean read = false;
        try {
            read = work.run(versionId, (done, total) -> heard(versionId, done, total, begun));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Version " + versionId + " was not verified", e);
        } finally {
            ended(versionId, read);
        }
    }

    private synchronized void ended(long versionId, boolean read) {
        jobs.remove(versionId);
        if (!read) {
            restUntil.put(versionId, Instant.now().plus(REST));
        }
    }

    private synchronized void heard(long versionId, long done, long total, Instant begun) {
        jobs.put(versionId, VerificationProgress.of(done, total, Duration.between(begun, Instant.now())));
    }
}
