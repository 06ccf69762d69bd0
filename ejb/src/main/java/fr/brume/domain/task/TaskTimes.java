package fr.brume.domain.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The moments in the life of a task; null for those that have not come. */
@Embeddable
public class TaskTimes {
    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "SCHEDULED_FOR")
    private Instant scheduledFor;

    @Column(name = "CHECKED_IN_AT")
    private Instant checkedIn;

    @Column(name = "STARTED_AT")
    private Instant started;

    @Column(name = "ENDED_AT")
    private Instant ended;

    @Column(name = "LAST_SEEN_AT")
    private Instant lastSeen;

    @Column(name = "STALLED_SINCE")
    private Instant stalledSince;

    @Column(name = "DOUBLED_AT")
    private Instant doubled;

    protected TaskTimes() {}

    TaskTimes(Instant created, Instant scheduledFor) {
        this.created = created;
        this.scheduledFor = scheduledFor;
    }

    void checkedIn(Instant at) {
        checkedIn = at;
    }

    void started(Instant at) {
        started = at;
        seen(at);
    }

    void ended(Instant at) {
        ended = at;
        stalledSince = null;
    }

    void seen(Instant at) {
        lastSeen = at;
        stalledSince = null;
    }

    void stalled(Instant at) {
        if (stalledSince == null) {
            stalledSince = at;
        }
    }

    void doubled(Instant at) {
        doubled = at;
    }

    /** When two machines of this identity were last seen alive at once; null for never. */
    public Instant getDoubled() {
        return doubled;
    }

    public Instant getCreated() {
        return created;
    }

    /** Null for a task that was made for at once. */
    public Instant getScheduledFor() {
        return scheduledFor;
    }

    /** When the machine first asked for its turn: its place in the queue. */
    public Instant getCheckedIn() {
        return checkedIn;
    }

    public Instant getStarted() {
        return started;
    }

    public Instant getEnded() {
        return ended;
    }

    /** Last sign of life of the machine. */
    public Instant getLastSeen() {
        return lastSeen;
    }

    /** Since when the machine is silent; null while it is heard. */
    public Instant getStalledSince() {
        return stalledSince;
    }
}
