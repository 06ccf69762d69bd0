package fr.brume.service.migration;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.SerialExecutor;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imports and exports, one at a time, and what came of the latest ones. Forgotten when the server stops. Safe for threads. */
@ApplicationScoped
public class MigrationJobs {
    private static final int REMEMBERED = 20;

    private final Map<Long, MigrationJob> jobs = new LinkedHashMap<>();
    private long lastId;

    @Resource
    ManagedExecutorService executor;

    @EJB
    MigrationWork work;

    private final SerialExecutor serial = new SerialExecutor(job -> executor.execute(job));

    /** Does it when those before it are done, once what it needs is committed. */
    synchronized void add(@Observes(during = TransactionPhase.AFTER_SUCCESS) MigrationOrder order) {
        long id = ++lastId;
        boolean imports = order instanceof MigrationOrder.Import;
        String folder = order instanceof MigrationOrder.Import in
                ? in.folder().getFileName().toString()
                : ((MigrationOrder.Export) order).folder().toString();
        serial.execute(() -> run(id, order));
        jobs.put(id, new MigrationJob(id, imports, folder, MigrationJob.State.WAITING, 0, 0, null, null));
        jobs.keySet().removeIf(old -> old <= id - REMEMBERED && !jobs.get(old).active());
    }

    /** Latest first. */
    public synchronized List<MigrationJob> list() {
        List<MigrationJob> latest = new ArrayList<>(jobs.values());
        Collections.reverse(latest);
        return latest;
    }

    /** Whether nothing works and nothing waits. */
    public synchronized boolean idle() {
        return jobs.values().stream().noneMatch(MigrationJob::active);
    }

    private void run(long id, MigrationOrder order) {
        try {
            work.run(order, (state, done, total) -> heard(id, state, done, total));
            MigrationJob last = job(id);
            heard(id, MigrationJob.State.DONE, last.total(), last.total());
        } catch (FailureException e) {
            failed(id, e);
        } catch (RuntimeException e) {
            failed(id, MigrationWork.internal(order, e));
        } finally {
            if (job(id).active()) {
                // An error of the virtual machine; the job says so instead of standing there for ever.
                failed(id, new FailureException(Failure.INTERNAL));
            }
        }
    }

    private synchronized MigrationJob job(long id) {
        return jobs.get(id);
    }

    private synchronized void heard(long id, MigrationJob.State state, long done, long total) {
        jobs.put(id, jobs.get(id).at(state, done, total));
    }

    private synchronized void failed(long id, FailureException cause) {
        jobs.put(id, jobs.get(id).failed(cause));
    }
}
