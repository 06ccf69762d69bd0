package fr.brume.domain.task;

import fr.brume.domain.IdSource;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.machine.Host;
import fr.brume.domain.storage.StorageNode;
import fr.brume.protocol.agent.EndAction;
import fr.brume.protocol.agent.ProgressReport;
import fr.brume.protocol.fault.Failure;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/**
 * One job on one host: from being asked for until complete, failed or cancelled. Changes state only along {@link
 * TaskState#leadsTo}. While active it holds two claims, see {@link TaskClaims}, so that not even two servers can give a
 * host two active tasks or an image two captures.
 */
@Entity
@Table(name = "TASK")
public class Task {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "TASK")
    @TableGenerator(name = "TASK", table = IdSource.TABLE, pkColumnValue = "TASK", allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "TASK_TYPE")
    private TaskType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private TaskState state;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "HOST_ID")
    private Host host;

    @Column(name = "HOST_NAME")
    private String hostName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "IMAGE_ID")
    private Image image;

    @Column(name = "IMAGE_NAME")
    private String imageName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "VERSION_ID")
    private ImageVersion version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "NODE_ID")
    private StorageNode node;

    @Embedded
    private TaskClaims claims;

    @Column(name = "CREATED_BY")
    private String createdBy;

    @Embedded
    private TaskTimes times;

    @Enumerated(EnumType.STRING)
    @Column(name = "END_ACTION")
    private EndAction endAction;

    @Column(name = "IS_WAKE")
    private boolean wake;

    @Embedded
    private Progress progress = Progress.none();

    @Embedded
    private TaskFailure failure = TaskFailure.none();

    protected Task() {}

    /** A task for now, or, when the draft names a moment, scheduled for then. Rules are checked before ({@link TaskRules}). */
    public Task(TaskDraft draft, Host host, String createdBy, Instant created) {
        type = draft.type();
        this.host = host;
        hostName = host.getName();
        image = host.getImage();
        imageName = image.getName();
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
            throw new IllegalTransitionException(id, state, TaskState.CHECKED_IN);
        }
        times.seen(at);
    }

    /** It is the machine's turn, served by this node. */
    public void start(StorageNode servedBy, Instant at) {
        go(TaskState.IN_PROGRESS);
        node = servedBy;
        times.started(at);
    }

    /** Works on the image that the host has when the task is due, which may be another than when it was asked for. */
    public void take(Image due) {
        image = due;
        imageName = due.getName();
    }

    /** Names the version that a capture makes or a deploy takes. */
    public void take(ImageVersion taken) {
        version = taken;
    }

    /** Takes a report of a machine at work. */
    public void report(ProgressReport report, Instant at) {
        if (state != TaskState.IN_PROGRESS) {
            throw new IllegalTransitionException(id, state, TaskState.IN_PROGRESS);
        }
        progress = Progress.of(report);
        seen(at);
    }

    /** The machine gave a sign of life. */
    public void seen(Instant at) {
        times.seen(at);
    }

    /** The machine gave no sign of life for too long. The task goes on when it comes back: it may only be starting again. */
    public void stall(Instant at) {
        if (state.isActive()) {
            times.stalled(at);
        }
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
            throw new IllegalTransitionException(id, state, next);
        }
        state = next;
    }

    public Long getId() {
        return id;
    }

    public TaskType getType() {
        return type;
    }

    public TaskState getState() {
        return state;
    }

    /** Null once the host was deleted, which only happens to tasks that are over. */
    public Host getHost() {
        return host;
    }

    /** Name that the host had when the task was made. */
    public String getHostName() {
        return hostName;
    }

    /** The image that the host had when the task was made; null once deleted, which only happens to tasks that are over. */
    public Image getImage() {
        return image;
    }

    /** Name that the image had when the task was made. */
    public String getImageName() {
        return imageName;
    }

    /** Null until the transfer is prepared. */
    public ImageVersion getVersion() {
        return version;
    }

    /** Null until it is the machine's turn. */
    public StorageNode getNode() {
        return node;
    }

    public TaskTimes getTimes() {
        return times;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    public EndAction getEndAction() {
        return endAction;
    }

    public boolean isWake() {
        return wake;
    }

    public Progress getProgress() {
        return progress;
    }

    /** Why it failed; {@link TaskFailure#isNone} unless it did. */
    public TaskFailure getFailure() {
        return failure;
    }
}
