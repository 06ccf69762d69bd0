package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.domain.task.Turn;
import fr.brume.protocol.agent.CheckInAnswer;
import fr.brume.protocol.agent.CheckInState;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.agent.ProgressAnswer;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.agent.ResultReport;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.service.image.VerificationAsked;
import fr.brume.service.task.Queue;
import fr.brume.service.task.TaskEnding;
import fr.brume.service.task.TaskResults;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * A task from check-in to its end, as its machine tells. Everything may be said twice: an agent whose server died asks again.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class AgentTaskService {
    private static final int ASK_AGAIN_SECONDS = 5;
    private static final int ASK_UNCONFIRMED_SECONDS = 2;

    @EJB
    SessionTasks tasks;

    @EJB
    Queue queue;

    @EJB
    TaskEnding ending;

    @EJB
    TaskResults results;

    @Inject
    TaskOrders orders;

    @Inject
    Event<VerificationAsked> suspected;

    /**
     * The machine asks for its turn. With the order when it may begin, or go on; without that of a deploy, which {@link #deploy}
     * gives when the version was found sound.
     */
    public CheckInAnswer checkIn(String sessionId) throws FailureException {
        Task task = tasks.unproved(sessionId);
        if (task.getState() == TaskState.CANCELLED) {
            return new CheckInAnswer(CheckInState.CANCELLED, 0, 0, null);
        }
        refuseOver(task);
        Instant now = Instant.now();
        if (!tasks.isProved(sessionId, task)) {
            // It keeps no place in the queue: nobody knows yet whether it is the machine.
            task.seen(now);
            return new CheckInAnswer(CheckInState.CONFIRM, 0, ASK_UNCONFIRMED_SECONDS, null);
        }
        task.checkIn(now);
        Turn turn = queue.turn(task.getId());
        if (turn instanceof Turn.Wait wait) {
            return new CheckInAnswer(CheckInState.WAIT, wait.position(), ASK_AGAIN_SECONDS, null);
        }
        if (task.getState() == TaskState.CHECKED_IN) {
            task.start(((Turn.Go) turn).node(), now);
        }
        return new CheckInAnswer(CheckInState.GO, 0, 0, order(task, sessionId));
    }

    private TaskOrder order(Task task, String sessionId) throws FailureException {
        try {
            if (task.getType() == TaskType.DEPLOY) {
                orders.settle(task);
                return null;
            }
            return orders.of(task, seal(sessionId));
        } catch (FailureException e) {
            throw failed(task, e);
        }
    }

    private OrderSeal seal(String sessionId) throws FailureException {
        return new OrderSeal(tasks.session(sessionId).getKeyHash());
    }

    private FailureException failed(Task task, FailureException cause) {
        ending.fail(task.getId(), cause.failure(), cause.arguments(), "");
        return cause;
    }

    /** The version that a machine is to deploy which was told that it may begin. */
    public long version(String sessionId) throws FailureException {
        return tasks.of(sessionId).getVersion().getId();
    }

    /** The order of a deploy whose version is sound. */
    public CheckInAnswer deploy(String sessionId) throws FailureException {
        Task task = tasks.locked(sessionId);
        if (task.getState() == TaskState.CANCELLED) {
            return new CheckInAnswer(CheckInState.CANCELLED, 0, 0, null);
        }
        refuseOver(task);
        try {
            return new CheckInAnswer(CheckInState.GO, 0, 0, orders.of(task, seal(sessionId)));
        } catch (FailureException e) {
            throw failed(task, e);
        }
    }

    /** The version of a deploy is not sound, or cannot be read. */
    public void refuse(String sessionId, FailureException cause) throws FailureException {
        failed(tasks.locked(sessionId), cause);
    }

    /** Notes how far the machine is; not more often than the database likes. Answers whether it must stop. */
    public ProgressAnswer progress(String sessionId, ProgressReport report) throws FailureException {
        Task seen = tasks.of(sessionId);
        if (seen.getState() == TaskState.CANCELLED) {
            return new ProgressAnswer(true);
        }
        refuseOver(seen);
        Instant now = Instant.now();
        if (seen.getState() == TaskState.IN_PROGRESS && ProgressPace.isDue(seen, report, now)) {
            Task task = tasks.locked(sessionId);
            if (task.getState() == TaskState.IN_PROGRESS) {
                task.report(report, now);
            }
        }
        return new ProgressAnswer(false);
    }

    /** The machine has done its work. */
    public void finish(String sessionId) throws FailureException {
        Task task = tasks.locked(sessionId);
        if (task.getState() == TaskState.COMPLETE) {
            return;
        }
        refuseOver(task);
        if (task.getState() != TaskState.IN_PROGRESS || !imageIsWhole(task)) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "finish");
        }
        Instant now = Instant.now();
        task.complete(now);
        if (task.getType() == TaskType.DEPLOY) {
            task.getHost().deployed(now);
        }
    }

    private static boolean imageIsWhole(Task task) {
        ImageVersion version = task.getVersion();
        return !task.getType().needsImage() || version != null && version.getState() == VersionState.COMMITTED;
    }

    /** Keeps what the task found out so far; one that was cancelled may still say it. */
    public void result(String sessionId, ResultReport report) throws FailureException {
        Task task = tasks.locked(sessionId);
        if (task.getState() != TaskState.IN_PROGRESS && task.getState() != TaskState.CANCELLED) {
            refuseOver(task);
            throw new FailureException(Failure.PROTOCOL_ERROR, "result");
        }
        List<Finding> findings = report.findings() == null ? List.of() : report.findings();
        results.keep(task, findings);
    }

    /** The machine cannot go on. A version that it calls damaged is read again. Of one that nobody confirmed only the session ends. */
    public void fail(String sessionId, FailureReport report) throws FailureException {
        Task task = tasks.unproved(sessionId);
        if (!tasks.isProved(sessionId, task)) {
            tasks.session(sessionId).end(Instant.now());
            return;
        }
        Failure cause = Failure.of(report.code()).orElse(Failure.INTERNAL);
        List<String> arguments = report.arguments() == null ? List.of() : report.arguments();
        boolean deploys = task.getType() == TaskType.DEPLOY && task.getVersion() != null;
        if (deploys && (cause == Failure.IMAGE_CORRUPT || cause == Failure.CORRUPT_DATA)) {
            suspected.fire(new VerificationAsked(task.getVersion().getId()));
        }
        ending.fail(task.getId(), cause, arguments, report.detail());
    }

    /** A task that is over is nobody's any more; its own cause says why when it has one. */
    private static void refuseOver(Task task) throws FailureException {
        if (task.getState().isOver()) {
            Failure cause = Failure.of(task.getFailure().getCode()).orElse(Failure.UNAUTHORISED);
            throw new FailureException(cause, task.getFailure().getArguments().toArray(String[]::new));
        }
    }
}
