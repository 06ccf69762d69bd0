package fr.brume.domain.task;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a task stands. Scheduled tasks wait for their time; queued ones for their machine; checked-in ones for a slot. A task
 * in progress stays so when its machine starts again. The last three are final.
 */
public enum TaskState {
    SCHEDULED,
    QUEUED,
    CHECKED_IN,
    IN_PROGRESS,
    COMPLETE,
    FAILED,
    CANCELLED;

    private static final Set<TaskState> ACTIVE =
            Collections.unmodifiableSet(EnumSet.of(QUEUED, CHECKED_IN, IN_PROGRESS));
    private static final Set<TaskState> OVER = Collections.unmodifiableSet(EnumSet.of(COMPLETE, FAILED, CANCELLED));

    /** The states in which the machine's next boot starts the task. */
    public static Set<TaskState> active() {
        return ACTIVE;
    }

    /** The final states. */
    public static Set<TaskState> over() {
        return OVER;
    }

    public boolean isActive() {
        return ACTIVE.contains(this);
    }

    public boolean isOver() {
        return OVER.contains(this);
    }

    /** Whether a task may go from here to there. */
    public boolean leadsTo(TaskState next) {
        return switch (this) {
            case SCHEDULED -> next == QUEUED || next == FAILED || next == CANCELLED;
            case QUEUED -> next == CHECKED_IN || next == FAILED || next == CANCELLED;
            case CHECKED_IN -> next == IN_PROGRESS || next == FAILED || next == CANCELLED;
            case IN_PROGRESS -> next == COMPLETE || next == FAILED || next == CANCELLED;
            case COMPLETE, FAILED, CANCELLED -> false;
        };
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "taskState." + name();
    }
}
