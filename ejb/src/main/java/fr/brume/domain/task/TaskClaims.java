package fr.brume.domain.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What an active task has to itself. Both columns have a unique index; empty ones do not collide. */
@Embeddable
public class TaskClaims {
    @Column(name = "ACTIVE_HOST")
    private Long activeHost;

    @Column(name = "CAPTURED_IMAGE")
    private Long capturedImage;

    protected TaskClaims() {}

    static TaskClaims of(Task task) {
        TaskClaims claims = new TaskClaims();
        claims.activeHost = task.getType().boots() ? task.getHost().getId() : null;
        claims.capturedImage =
                task.getType() == TaskType.CAPTURE ? task.getImage().getId() : null;
        return claims;
    }
}
