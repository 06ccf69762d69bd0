package fr.brume.domain.task;

import fr.brume.domain.driver.OrderedDrivers;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageNode;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.fault.Failure;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/**
 * One job on one host: from being asked for until complete, failed or cancelled. Changes state only along {@link
 * TaskState#leadsTo}. While active it holds two claims, see {@link TaskClaims}, so that not even two servers can give a
 * host two active tasks or an image two captures.
 */
@Entity
@Table(name = "TASK")
public class Task extends TaskRecord {
    protected Task() {}

    /** A task for now, or, when the draft names a moment, scheduled for then. Rules are checked before ({@link TaskRules}). */
    public Task(TaskDraft draft, Host host, String createdBy, Instant created) {
        type = draft.type();
        this.host = host;
        hostName = host.getName();
        imageName = "";
        if (type.needsImage()) {
            take(host.getImage());
        }
        account = draft.account();
        this.createdBy = createdBy;
        times = new TaskTimes(created, draft.scheduledFor());
        endAction = draft.end();
        wake = draft.wake();
        state = TaskState.SCHEDULED;
        if (draft.scheduledFor() == null) {
            queue();
        }
    }

    /** The time has come: the machine's next boot starts the task. */
    public final void queue() {
        go(TaskState.QUEUED);
        claims = TaskClaims.of(this);
    }

    /** The machine asks for its turn; asking again keeps its place in the queue and, once begun, the task. */
    public void checkIn(Instant at) {
        if (state == TaskState.QUEUED) {
            go(TaskState.CHECKED_IN);
            times.checkedIn(at);
        } else if (state != TaskState.CHECKED_IN && state != TaskState.IN_PROGRESS) {
            throw new IllegalTransitionException(getId(), state, TaskState.CHECKED_IN);
        }
        times.seen(at);
    }

    /** It is the machine's turn, served by this node; null when it needs none. */
    public void start(StorageNode servedBy, Instant at) {
        go(TaskState.IN_PROGRESS);
        node = servedBy;
        times.started(at);
    }

    /** Works on the image that the host has when the task is due, which may be another than when it was asked for. */
    public final void take(Image due) {
        image = due;
        imageName = due.getName();
    }

    /** Names the version that a capture makes or a deploy takes. */
    public void take(ImageVersion taken) {
        version = taken;
    }

    /** Remembers which archives its order names. */
    public void order(OrderedDrivers ordered) {
        drivers = ordered;
    }

    /** Takes a report of a machine at work. */
    public void report(ProgressReport report, Instant at) {
        if (state != TaskState.IN_PROGRESS) {
            throw new IllegalTransitionException(getId(), state, TaskState.IN_PROGRESS);
        }
        progress = Progress.of(report);
        seen(at);
    }

    /** The machine gave a sign of life. */
    public void seen(Instant at) {
        times.seen(at);
    }

    /** Two machines of the host's identity are alive. */
    public void doubled(Instant at) {
        times.doubled(at);
    }

    /** The machine gave no sign of life for too long. The task goes on when it comes back: it may only be starting again. */
    public void stall(Instant at) {
        if (state.isActive()) {
            times.stalled(at);
        }
    }

    /** The whole task is done by the server, or by the boot of the machine: no agent ever checks in. */
    public void completeWithoutMachine(Instant at) {
        checkIn(at);
        start(null, at);
        complete(at);
    }

    public void complete(Instant at) {
        end(TaskState.COMPLETE, at);
    }

    public void cancel(Instant at) {
        end(TaskState.CANCELLED, at);
    }

    /** Ends with this cause; the detail, for the task's log, is cut to its column. */
    public void fail(Failure cause, List<String> arguments, String detail, Instant at) {
        end(TaskState.FAILED, at);
        failure = new TaskFailure(cause, arguments, detail);
    }

    private void end(TaskState last, Instant at) {
        go(last);
        times.ended(at);
        claims = null;
    }

    private void go(TaskState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalTransitionException(getId(), state, next);
        }
        state = next;
    }
}
