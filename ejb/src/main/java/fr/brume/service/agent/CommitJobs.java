package fr.brume.service.agent;

import fr.brume.protocol.agent.CommitAnswer;
import fr.brume.protocol.agent.CommitState;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The commits under way on this server. What they came to stands in the database; what was under way when the server died
 * begins again when the agent asks. Safe for threads.
 */
@ApplicationScoped
public class CommitJobs {
    private final ConcurrentMap<Long, Position> running = new ConcurrentHashMap<>();

    @Resource
    ManagedExecutorService executor;

    @EJB
    CommitWork work;

    private record Position(long done, long total) {}

    /** Starts this commit unless it runs; answers how far it is. */
    public CommitAnswer startOrFollow(CommitOrder order) {
        Position position = running.putIfAbsent(order.taskId(), new Position(0, 0));
        if (position == null) {
            submit(order);
            position = new Position(0, 0);
        }
        return new CommitAnswer(CommitState.CHECKING, position.done(), position.total(), 0);
    }

    /**
     * Nobody may write what a commit reads.
     *
     * @throws FailureException {@code BUSY} while this task's commit is under way
     */
    public void refuseWhileRunning(long taskId) throws FailureException {
        if (running.containsKey(taskId)) {
            throw new FailureException(Failure.BUSY);
        }
    }

    private void submit(CommitOrder order) {
        boolean submitted = false;
        try {
            executor.execute(() -> run(order));
            submitted = true;
        } finally {
            if (!submitted) {
                running.remove(order.taskId());
            }
        }
    }

    private void run(CommitOrder order) {
        try {
            work.run(order, (done, total) -> running.put(order.taskId(), new Position(done, total)));
        } finally {
            running.remove(order.taskId());
        }
    }
}
